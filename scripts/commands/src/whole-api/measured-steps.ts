import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readDocument } from "@x/generator";
import { readIfThere, parseOpenApi } from "@x/openapi";
import { root } from "../workspace/files.ts";
import { pull } from "@x/sources";
import { generateVendor } from "./generate-vendor.ts";
import { OPERATIONS, syntheticVendor } from "./synthetic-vendor.ts";

/** What is measured, by name. Each returns what else there is to say. */
export const steps: Record<string, (folder: string) => Promise<string>> = {
  "slice one resource out of the monolith and generate it": async (folder) => {
    const options = { vendor: "acme", root: folder, from: ["monolith.yaml"], only: ["/room1s"], create: true };
    const { after, operations } = await pull(options);
    await generateVendor(parseOpenApi(after, "acme.yaml"));
    return `${operations.length} operations`;
  },
  "generate the whole monolith": async (folder) => {
    const text = readIfThere(join(folder, "monolith.yaml")) ?? "";
    const files = await generateVendor(parseOpenApi(text, "monolith.yaml"));
    const operations = readDocument(parseOpenApi(text, "monolith.yaml"), "monolith.yaml").operations.length;
    return `${operations} operations, ${text.split("\n").length} lines in, ${Object.values(files).join("").split("\n").length} lines out`;
  },
  "generate 1,000 operations": async () => {
    const document = syntheticVendor("3.1.0", resources(Math.ceil(1_000 / OPERATIONS.resource)));
    await generateVendor(document);
    return `${readDocument(document, "acme.yaml").operations.length} operations`;
  },
  "create a client of 1,000 operations": async () => {
    const { ["operations.ts"]: text } = await generateVendor(
      syntheticVendor("3.1.0", resources(Math.ceil(1_000 / OPERATIONS.resource))),
    );
    const client = join(root, "packages/client/src/index.ts");
    const code = stripTypeScriptTypes(text).replaceAll('"@x/client"', JSON.stringify(pathToFileURL(client)));
    const { default: api } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const { createClient } = await import(client);
    const create = (): object =>
      createClient(api, { apiKey: "ACME_API_KEY", baseUrl: "ACME_BASE_URL" }, { apiKey: "key" });
    for (let round = 0; round < 50; round += 1) create();
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const clients = Array.from({ length: 50 }, create);
    const each = (performance.now() - start) / clients.length;
    globalThis.gc?.();
    const heap = (process.memoryUsage().heapUsed - before) / clients.length;
    return `${each.toFixed(2)} ms and ${Math.round(heap / 1024)} kB a client`;
  },
};

/** Names of this many resources. */
export function resources(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `room${index}`);
}
