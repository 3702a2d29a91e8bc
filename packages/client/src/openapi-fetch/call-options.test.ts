import { describe, expect, test } from "vitest";
import { one, startHttp } from "../../test/support/http.ts";
import { KEY, leaks } from "../../test/support/secrets.ts";
import { ConfigError } from "../index.ts";

const ok = (): Response => Response.json({});

describe("headers", () => {
  test.each([
    ["a Headers object", new Headers({ "X-A": "b" })],
    ["pairs", [["x-a", "b"]]],
    ["a record", { "x-a": "b", "x-b": undefined, "x-c": null }],
  ])("come as %s", async (_, headers) => {
    const { http, seen } = startHttp(ok);
    await http.GET("/things/{id}", { ...one, headers });
    expect(seen[0]?.headers.get("x-a")).toBe("b");
  });

  test("are the client's, unless the call has them, or says null", async () => {
    const { http, seen } = startHttp(ok, { headers: { "x-a": "client", "x-b": "client" } });
    await http.GET("/things/{id}", { ...one, headers: { "X-A": "call", "X-B": null } });
    expect(["x-a", "x-b"].map((name) => seen[0]?.headers.get(name))).toEqual(["call", null]);
  });

  test("can't be the key's, and no bad value is repeated", async () => {
    for (const headers of [new Headers({ authorization: "mine" }), [["Authorization", "m"]], { AUTHORIZATION: "m" }]) {
      await expect(startHttp().http.GET("/things", { headers })).rejects.toThrow(
        '"authorization" is set by the client',
      );
    }
    const error: unknown = await startHttp()
      .http.GET("/things", { headers: { "x-a": `${KEY}\r\nx-b: c` } })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect(leaks(error)).toEqual([]);
  });
});

describe("an option of openapi-fetch that goes round the client", () => {
  test.each([
    ["fetch", "fetch"],
    ["Request", "fetch"],
    ["baseUrl", "baseUrl"],
  ])("%s is refused, and says where to give it", async (name, instead) => {
    const { http, seen } = startHttp(ok);
    await expect(http.GET("/things", { [name]: () => {} })).rejects.toThrow(
      `listThings: option "${name}" goes round the client: give \`${instead}\` to the create… function`,
    );
    expect(seen).toEqual([]);
  });

  test.each(["redirect", "credentials", "cache", "mode", "keepalive", "next", "timeout"])(
    "%s is not known",
    async (name) => {
      await expect(startHttp(ok).http.GET("/things", { [name]: "x" })).rejects.toThrow(`option "${name}" is not known`);
    },
  );
});

test("a caller's signal gets no listener that stays", async () => {
  const { signal } = new AbortController();
  let listeners = 0;
  const counted = new Proxy(signal, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (name === "addEventListener") listeners += 1;
        if (name === "removeEventListener") listeners -= 1;
        return Reflect.apply(value, target, given) as unknown;
      };
    },
  });
  const { http } = startHttp(ok);
  await http.GET("/things/{id}", { ...one, signal: counted });
  http.use({ onRequest: ({ request }: { request: Request }) => new Request(request) });
  await http.GET("/things/{id}", { ...one, signal: counted });
  expect(listeners).toBe(0);
});
