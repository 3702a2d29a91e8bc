import { describe, expect, test } from "vitest";
import { checkedBaseUrl } from "./base-url.ts";

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
  ])("%s is %s", (given, expected) => {
    expect(checkedBaseUrl(given, undefined)).toBe(expected);
  });

  test("is http elsewhere by leave alone", () => {
    expect(() => checkedBaseUrl("http://prism:4010", false)).toThrow(/dangerouslyAllowInsecureHttp/);
    expect(checkedBaseUrl("http://prism:4010", true)).toBe("http://prism:4010");
    expect(() => checkedBaseUrl("ftp://prism", true)).toThrow(/https/);
  });

  test("is no loopback by the end of its name: a resolver may send it anywhere", () => {
    expect(() => checkedBaseUrl("http://api.localhost:4010", undefined)).toThrow(/dangerouslyAllowInsecureHttp/);
  });

  test("is not repeated in a refusal: it may carry a secret", () => {
    for (const url of ["https://user:hunter2@a.test", "https://a.test/?key=hunter2", "hunter2"]) {
      expect(() => checkedBaseUrl(url, undefined)).toThrow(
        expect.not.objectContaining({ message: expect.stringContaining("hunter2") }),
      );
    }
  });
});
