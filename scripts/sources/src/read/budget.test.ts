import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { documentOf, page, serveSite } from "../test-site.ts";
import { workspaceOf } from "../test-workspace.ts";
import { defaultBounds } from "./bounds.ts";
import { Budget } from "./budget.ts";
import { readSource } from "./read-source.ts";

test("many pages, each within its bound, are too much together, packed or not", async () => {
  const large = `${page("get", "/rooms", documentOf("GET", "/rooms"))}${" ".repeat(100_000)}`;
  const names = Array.from({ length: 20 }, (_, index) => `/${index}.md`);
  const packed = (response: ServerResponse): unknown =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(large));
  const index = names.map((name) => `- [Page](${name})\n`).join("");
  const site = await serveSite({ "/llms.txt": index, ...Object.fromEntries(names.map((name) => [name, packed])) });
  const together = /\.md, what is read is bigger than 1000000 bytes together/;
  const bounds = { ...defaultBounds, maxBytes: 200_000, maxTotalBytes: 1_000_000 };
  const read = (from: string, folder: string): Promise<unknown> => {
    const budget = new Budget(bounds.maxTotalBytes);
    return readSource({ from }, { base: folder, bounds, budget, note: () => undefined, progress: () => undefined });
  };
  await expect(read(`${site}/llms.txt`, "/")).rejects.toThrow(together);
  const base = workspaceOf(Object.fromEntries(names.map((name) => [`pages${name}`, large])));
  await expect(read("pages", base)).rejects.toThrow(together);
});
