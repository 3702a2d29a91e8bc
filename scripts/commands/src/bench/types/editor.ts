import { join } from "node:path";
import { openProject, instantiations, type Project } from "./compiler.ts";
import { oneCall } from "./one-call.ts";
import { generateHeyApi } from "../peers/peers.ts";
import { median } from "../median.ts";
import { syntheticPackage } from "./synthetic.ts";

/** What a call costs an editor. */
export interface EditorCost extends Completion {
  readonly instantiations: number;
}

interface Completion {
  /** Milliseconds to complete a member of the call's input, after a keystroke. */
  readonly completionMs: number;
  /** Whether the member was proposed at all. */
  readonly isFound: boolean;
}

const file = "call.ts";
/** A whole collection of garbage slows some ten of them: enough, that the median is none of those. */
const KEYSTROKES = 48;
/** These open the project and warm the compiler up. */
const FIRST_KEYSTROKES = 12;

/** The same call of the first of so many operations, written for each of three sets of types. */
export async function editorCosts(peers: string, count: number): Promise<Map<string, EditorCost>> {
  const { spec, files } = await syntheticPackage(count);
  const heyApi = await generateHeyApi(peers, JSON.stringify(spec));
  const projects: [string, Project, string][] = [
    ["@x/telnyx-video", { folder: peers, files: { ...files, [file]: oneCall.client } }, oneCall.call],
    [
      "openapi-fetch",
      {
        folder: peers,
        files: {
          ...files,
          [file]: `
import createClient from "openapi-fetch";
import type { paths } from "./schema.ts";
const client = createClient<paths>({ baseUrl: "https://api.example.com" });
`,
        },
      },
      `
const { data } = await client.GET("/account_sessions/{account_session_id}", {
  params: { path: { account_session_id: "1" }, query: { include_parts: true } },
});
export const label: string | undefined = data?.data?.label;
`,
    ],
    [
      "hey-api",
      {
        folder: heyApi,
        bundler: true,
        files: { [file]: 'import { viewAccountSession } from "./sdk.gen.ts";\n' },
      },
      `
const { data } = await viewAccountSession({ path: { account_session_id: "1" }, query: { include_parts: true } });
export const label: string | undefined = data?.data?.label;
`,
    ],
  ];
  return new Map(
    projects.map(([name, project, call]) => [
      name,
      { instantiations: instantiations(project, file, call), ...completion(project, call) },
    ]),
  );
}

/** Median over keystrokes: `query: { inc| }`. */
function completion(project: Project, call: string): Completion {
  const before = `${project.files[file]}${call.slice(0, call.indexOf("include_parts"))}`;
  const after = call.slice(call.indexOf("include_parts") + "include_parts: true".length);
  const times: number[] = [];
  const editor = openProject(project);
  let isFound = true;
  for (let n = 0; n < KEYSTROKES; n++) {
    const typed = "include_part".slice(0, 1 + (n % 12));
    editor.write(file, `${before}${typed}${after}`);
    const start = performance.now();
    const found = editor.service.getCompletionsAtPosition(
      join(project.folder, file),
      before.length + typed.length,
      undefined,
    );
    times.push(performance.now() - start);
    isFound &&= found?.entries.some(({ name }) => name === "include_parts") ?? false;
  }
  return { completionMs: median(times.slice(FIRST_KEYSTROKES)), isFound };
}
