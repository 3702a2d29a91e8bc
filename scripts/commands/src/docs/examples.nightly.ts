import { afterAll, beforeAll, expect, test } from "vitest";
import { start, stop, temporaryFolder } from "../tarballs/run.ts";
import { documentAt } from "../tarballs/runtimes/chromium.ts";
import { buildAll, packAll } from "../tarballs/workspace.ts";
import { examples, installExample, testExample } from "./reader/examples.ts";
import { serveTarballs } from "./reader/tarball-registry.ts";

let registry: Awaited<ReturnType<typeof serveTarballs>>;
beforeAll(async () => {
  await buildAll();
  registry = await serveTarballs(await packAll(temporaryFolder("x-examples")));
});
afterAll(() => registry?.[Symbol.asyncDispose]());

/** Those that are a page, with what a reader sees on it when the mocks stand in the vendors' place. */
const PAGES: Readonly<Record<string, RegExp>> = {
  "packages/client/examples/vite-proxy": /<li>000585f36eed9e8fb6b655b4 since 2023-01-01T01:00:00.000Z<\/li>/,
  "packages/sessions/examples/next": /000585f36eed9e8fb6b655b4(?:<!-- -->)? since/,
};

test.each(examples().filter((example) => !(example in PAGES)))(
  "%s is installed from the tarballs, and its tests pass",
  async (example) => {
    await using installed = await installExample(example, registry.npmrc);
    expect(await testExample(installed.folder)).toBe(0);
  },
);

test.each(Object.entries(PAGES))("%s shows in a browser what the mocks send", async (example, seen) => {
  await using installed = await installExample(example, registry.npmrc);
  expect(await testExample(installed.folder)).toBe(0);
  expect(await pageOf(installed.folder)).toMatch(seen);
});

/** The page of an example, in a browser, with mocks in the vendors' place. */
async function pageOf(folder: string): Promise<string> {
  const vendors = ["@x/telnyx-video", "@x/pagecall"];
  const command = ["npx", "--no", "@x/mock", "run", ...vendors, "--", "npm", "start", "--", "--port", "0"];
  const [program = "", ...args] = command;
  const served = start(program, args, { cwd: folder, env: { CI: "1", NEXT_TELEMETRY_DISABLED: "1" } });
  try {
    return await documentAt(await addressIn(served.child));
  } finally {
    await stop(served);
  }
}

/** The address that a server tells. */
function addressIn(child: ReturnType<typeof start>["child"]): Promise<string> {
  let text = "";
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        // Beside it, x-mock tells the addresses of the mocks.
        const [, url] = /Local: +(http:\/\/127\.0\.0\.1:[1-9]\d*)/.exec(text) ?? [];
        if (url) resolve(url);
      });
    }
    child.once("close", () => reject(new Error(`it ended by itself:\n${text}`)));
  });
}
