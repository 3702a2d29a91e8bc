import type { CallParts } from "../definition/call-parts.ts";
import { deepEntries } from "../parameters/deep-entries.ts";
import { scalarText } from "../serialization/scalar.ts";
import { entriesOf, fieldsOf, type Field } from "./fields.ts";
import type { FormInput } from "./form-input.ts";

/**
 * A form as multipart/form-data (RFC 7578, escaped as HTML's form submission asks). It is made here and not by the platform,
 * whose FormData gives whatever has a type of its own a file name as well. Files stay where they are.
 */
export function multipartBody(input: FormInput): Partial<CallParts> {
  const boundary = `form-data-${crypto.randomUUID()}`;
  const parts: (string | Blob)[] = [];
  for (const { name, value, type } of fields(input)) {
    let head = `--${boundary}\r\ncontent-disposition: form-data; name="${escaped(lines(name))}"`;
    if (value instanceof Blob) {
      head += `; filename="${escaped((value as File).name ?? "blob")}"`;
      parts.push(`${head}\r\ncontent-type: ${typeOf(value, type)}\r\n\r\n`, value, "\r\n");
    } else {
      if (type) head += `\r\ncontent-type: ${type.split(",")[0]}`;
      parts.push(`${head}\r\n\r\n${type ? value : lines(value)}\r\n`);
    }
  }
  parts.push(`--${boundary}--\r\n`);
  return { body: new Blob(parts), typed: { "content-type": `multipart/form-data; boundary=${boundary}` } };
}

function* fields({ body, refuse, encoding = {} }: FormInput): Generator<Field> {
  if (body instanceof FormData) {
    for (const [name, value] of body) yield { name, value };
    return;
  }
  for (const [name, value] of entriesOf(body, refuse)) {
    const own = Object.hasOwn(encoding, name) ? (encoding[name] ?? {}) : {};
    if (own.style === "deepObject" && typeof value === "object") {
      for (const [key, text] of deepEntries(name, value, refuse))
        yield { name: key, value: scalarText(text, "any", refuse) };
    } else if (own.explode === false && Array.isArray(value)) {
      const texts = value.map((item) => scalarText(item, "any", refuse));
      yield { name, value: texts.join(DELIMITERS[own.style ?? "form"]) };
    } else yield* fieldsOf(name, value, own, refuse);
  }
}

/** Of lists that are one field. */
const DELIMITERS: Record<string, string> = { form: ",", spaceDelimited: " ", pipeDelimited: "|" };

/** What the document says wins, where it leaves no choice; else the file's own type, if the document has it. */
function typeOf(file: Blob, documented: string | undefined): string {
  const known = documented?.split(",").map((type) => type.trim()) ?? [];
  const [first = ""] = known;
  const own = file.type || "application/octet-stream";
  if (!first || first.includes("*")) return own;
  return known.some((type) => type === own || (type.endsWith("/*") && own.startsWith(type.slice(0, -1)))) ? own : first;
}

function lines(text: string): string {
  return text.replace(/\r\n?|\n/g, "\r\n");
}

function escaped(text: string): string {
  return text.replace(/[\r\n"]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
