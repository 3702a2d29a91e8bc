import { html, type Html } from "./html.ts";

export function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
): Html {
  return html`<figure>
    <figcaption>${caption}</figcaption>
    <div class="scroll" tabindex="0" role="region" aria-label="${caption}">
      <table>
        <thead>
          <tr>
            ${headings.map((heading) => (heading ? html`<th scope="col">${heading}</th>` : html`<td></td>`))}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...cells]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </figure> `;
}

export function tick(isSet: boolean): Html {
  return isSet ? mark("passed") : html`<span class="none">·</span>`;
}

export function mark(outcome: string): Html {
  const [sign, name] = outcome === "passed" ? ["✓", "good"] : outcome === "failed" ? ["✗", "bad"] : ["–", "none"];
  return html`<span class="${name}" title="${outcome}">${sign}</span>`;
}

export function missing(command: string): Html {
  return html`<p>Not measured yet: run <code>${command}</code>.</p>`;
}

export function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
