import { afterEach, describe, expect, test, vi } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, ENVIRONMENT, method } from "../../test/support/synthetic-api.ts";
import { checkedBaseUrl } from "./base-url.ts";

const DOCUMENTED = "https://documented.example.test";
const VARIABLE = ENVIRONMENT.baseUrl;

function given(baseUrl: string | URL | undefined, dangerouslyAllowInsecureHttp?: boolean): string {
  return checkedBaseUrl(DOCUMENTED, VARIABLE, { baseUrl, dangerouslyAllowInsecureHttp });
}

afterEach(() => vi.unstubAllEnvs());

describe("the base URL", () => {
  test.each([
    ["https://api.example.test", "https://api.example.test"],
    ["https://api.example.test/", "https://api.example.test"],
    ["https://api.example.test/v1///", "https://api.example.test/v1"],
    ["HTTPS://API.example.test:443/v1", "https://api.example.test/v1"],
    ["https://api.example.test/a/../v1", "https://api.example.test/v1"],
    ["https://b\u00fccher.test/v1", "https://xn--bcher-kva.test/v1"],
    [new URL("https://api.example.test/v1/"), "https://api.example.test/v1"],
    ["http://localhost:4010", "http://localhost:4010"],
    ["http://127.0.0.1:4010/v1", "http://127.0.0.1:4010/v1"],
    ["http://127.255.0.1", "http://127.255.0.1"],
    ["http://0x7f.1", "http://127.0.0.1"],
    ["http://[::1]:4010", "http://[::1]:4010"],
  ])("%s is %s", (url, expected) => {
    expect(given(url)).toBe(expected);
  });

  test("is http elsewhere by leave alone", () => {
    expect(() => given("http://prism:4010", false)).toThrow(/dangerouslyAllowInsecureHttp/);
    expect(given("http://prism:4010", true)).toBe("http://prism:4010");
    expect(() => given("ftp://prism", true)).toThrow(/https/);
  });

  test("is no loopback by the end of its name: a resolver may send it anywhere", () => {
    expect(() => given("http://api.localhost:4010")).toThrow(/dangerouslyAllowInsecureHttp/);
  });

  test("is not repeated in a refusal: it may carry a secret", () => {
    for (const url of ["https://user:hunter2@a.test", "https://a.test/?key=hunter2", "hunter2"]) {
      expect(() => given(url)).toThrow(expect.not.objectContaining({ message: expect.stringContaining("hunter2") }));
    }
  });
});

describe("without the option, the base URL", () => {
  test("comes from the environment, under the same rules", () => {
    vi.stubEnv(VARIABLE, "https://staging.example.test/v1/");
    expect(given(undefined)).toBe("https://staging.example.test/v1");
    vi.stubEnv(VARIABLE, "http://prism:4010");
    expect(given(undefined, true)).toBe("http://prism:4010");
    expect(() => given(undefined)).toThrow(
      `the base URL (baseUrl, or ${VARIABLE} in the environment) must be https (http on loopback or dangerouslyAllowInsecureHttp)`,
    );
  });

  test.each(["https://user:hunter2@a.test", "https://a.test/?key=hunter2", "http://a.test#hunter2", "hunter2"])(
    "names the variable, not what is in it: %s",
    (value) => {
      vi.stubEnv(VARIABLE, value);
      expect(() => given(undefined)).toThrow(
        `the base URL (baseUrl, or ${VARIABLE} in the environment) must be https (http on loopback or dangerouslyAllowInsecureHttp), host and path alone`,
      );
      expect(() => given(undefined)).toThrow(
        expect.not.objectContaining({ message: expect.stringContaining("hunter2") }),
      );
    },
  );

  test.each(["", undefined])("is the document's where the variable is %j", (value) => {
    vi.stubEnv(VARIABLE, value);
    expect(given(undefined)).toBe(DOCUMENTED);
  });

  test("is not looked for where the option is given", async () => {
    vi.stubEnv(VARIABLE, "no URL");
    const { fetch, seen } = stubFetch(() => Response.json([]));
    await method(createSynthetic({ apiKey: "key", fetch, baseUrl: "https://option.example.test" }), "listThings")();
    vi.stubEnv(VARIABLE, "https://variable.example.test");
    await method(createSynthetic({ apiKey: "key", fetch }), "listThings")();
    expect(seen.map(({ url }) => url)).toEqual([
      "https://option.example.test/things",
      "https://variable.example.test/things",
    ]);
    expect(() => createSynthetic({ apiKey: "key", baseUrl: null })).toThrow("the base URL (baseUrl, or ");
  });

  test("is the document's where the environment must not be read", () => {
    vi.stubGlobal("process", {
      get env(): never {
        throw new Error("NotCapable: Requires env access");
      },
    });
    expect(given(undefined)).toBe(DOCUMENTED);
    vi.stubGlobal("process", undefined);
    expect(given(undefined)).toBe(DOCUMENTED);
    vi.unstubAllGlobals();
  });
});
