import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { readRecords } from "@x/sources";
import { apps, built, bundledFiles, bundleSize } from "./size/bundle.ts";
import { syntheticPackage } from "./types/synthetic.ts";
import { root } from "../workspace/files.ts";

// Bytes after gzip.
const ONE_VENDOR_BYTES = 5_900;
const SECOND_VENDOR_BYTES = 200;
const OPERATION_BYTES = 120;

const here = import.meta.dirname;

describe("the bundle of an app", () => {
  test(`with one call of one vendor takes up to ${ONE_VENDOR_BYTES} bytes`, async () => {
    const size = (await bundleSize(apps.one, here)).gzipped;
    expect(size - moreOperations("telnyx-video")).toBeLessThanOrEqual(ONE_VENDOR_BYTES);
  });

  test("holds nothing of openapi-fetch, unless it asks for it", async () => {
    const ofIt = async (app: string): Promise<string[]> =>
      (await bundledFiles(app, here, built)).filter((file) => file.includes("openapi-fetch"));
    expect(await ofIt(apps.both)).toEqual([]);
    const asking = 'import { openapiFetch } from "@x/telnyx-video/openapi-fetch";\nopenapiFetch(client);';
    expect(await ofIt(apps.one + asking)).not.toEqual([]);
  });

  test(`grows by up to ${SECOND_VENDOR_BYTES} bytes with a second vendor`, async () => {
    const [one, both] = await Promise.all([bundleSize(apps.one, here), bundleSize(apps.both, here)]);
    expect(both.gzipped - one.gzipped - moreOperations("pagecall")).toBeLessThanOrEqual(SECOND_VENDOR_BYTES);
  });

  test(`grows by up to ${OPERATION_BYTES} bytes with an operation more`, async () => {
    const [few, many] = await Promise.all([10, 100].map(operationsBundle));
    expect(((many as number) - (few as number)) / 90).toBeLessThanOrEqual(OPERATION_BYTES);
  });
});

test("loading the client reads none of fetch's globals, which take long to be made", () => {
  const code = `
    for (const name of ["fetch", "Request", "Response", "Headers", "FormData", "AbortController"]) {
      Object.defineProperty(globalThis, name, { get() { throw new Error(name + " was read"); } });
    }
    await import(${JSON.stringify(pathToFileURL(join(root, "packages/client/src/index.ts")).href)});
    console.log("loaded");
  `;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", code], { encoding: "utf8" });
  expect(output).toBe("loaded\n");
});

/** What the operations of a vendor's besides its first may take: a document that grows is no fault of the client. */
function moreOperations(vendor: string): number {
  return OPERATION_BYTES * ((readRecords(root)[vendor]?.operations.length ?? 0) - 1);
}

/** Bytes of an app over a table of operations, gzipped. */
async function operationsBundle(count: number): Promise<number> {
  const { files } = await syntheticPackage(count);
  return (await bundleSize(files["operations.ts"], here)).gzipped;
}
