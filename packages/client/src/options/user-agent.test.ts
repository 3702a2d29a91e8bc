import { afterEach, describe, expect, test, vi } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { api, createSynthetic, method, type AnyOptions } from "../../test/support/synthetic-api.ts";
import { userAgent } from "./user-agent.ts";

const node = { versions: { node: "22.17.1" } };

afterEach(() => vi.unstubAllGlobals());

test.each([
  ["Node", { navigator: { userAgent: "Node.js/26" }, process: { versions: { node: "26.1.0" } } }, "a/1 node/26"],
  ["Node 20, without a navigator", { navigator: undefined, process: { versions: { node: "20.19.5" } } }, "a/1 node/20"],
  ["Deno", { navigator: { userAgent: "Deno/2.1.4" }, process: node }, "a/1 deno/2"],
  ["Bun", { navigator: { userAgent: "Bun/1.2.3" }, process: node }, "a/1 bun/1"],
  ["workerd", { navigator: { userAgent: "Cloudflare-Workers" }, process: undefined }, "a/1 cloudflare-workers"],
  [
    "workerd that looks like Node",
    { navigator: { userAgent: "Cloudflare-Workers" }, process: node },
    "a/1 cloudflare-workers",
  ],
  ["a browser", { navigator: { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Node/1" }, process: undefined }, undefined],
  ["a browser with Node inside", { navigator: { userAgent: "Mozilla/5.0 (X11)" }, process: node }, undefined],
  ["a runtime that tells nothing", { navigator: undefined, process: undefined }, undefined],
  ["a polyfilled process", { navigator: undefined, process: { versions: {} } }, undefined],
  ["a navigator without a name", { navigator: {}, process: { env: {} } }, undefined],
])("%s is named with its major version alone", (_, globals, expected) => {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  expect(userAgent("a/1")?.["user-agent"]).toBe(expected);
});

describe("the header", () => {
  async function sent(options: AnyOptions, headers?: object, product = "x-synthetic/1.2.3"): Promise<string | null> {
    const { fetch, seen } = stubFetch(() => Response.json([]));
    const client = createSynthetic({ apiKey: "key", fetch, ...options }, api, product || undefined);
    await method(client, "listThings")(undefined, { headers });
    return seen[0]?.headers.get("user-agent") ?? null;
  }
  const [major] = process.versions.node.split(".");

  test("is sent with each request", async () => {
    expect(await sent({})).toBe(`x-synthetic/1.2.3 node/${major}`);
  });

  test("is a caller's own where there is one", async () => {
    expect(await sent({ headers: { "User-Agent": "mine/1" } })).toBe("mine/1");
    expect(await sent({}, { "user-agent": "mine/2" })).toBe("mine/2");
    expect(await sent({ headers: new Headers({ "user-agent": "mine/1" }) }, [["USER-AGENT", "mine/2"]])).toBe("mine/2");
  });

  test("is left to the platform in a browser, and without a product", async () => {
    expect(await sent({}, {}, "")).toBeNull();
    vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0" });
    vi.stubGlobal("window", { document: {} });
    expect(await sent({ dangerouslyAllowBrowser: true })).toBeNull();
  });
});
