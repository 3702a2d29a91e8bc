import { describe, expect, test } from "vitest";
import { one, startHttp, textOf } from "../../test/support/http.ts";
import { KEY } from "../../test/support/secrets.ts";
import { styledParameter } from "../parameters/styled-parameter.ts";
import { api, createSynthetic, httpOf } from "../../test/support/synthetic-api.ts";
import { ConfigError } from "../index.ts";

const ok = (): Response => Response.json({});

describe("parameters", () => {
  test("are written as the document says: lists, dates, nested objects", async () => {
    const { http, seen } = startHttp(ok);
    await http.GET("/things/{id}", {
      params: { path: { id: "a/b?c" }, query: { tags: ["x", "y"], since: new Date(0), expand: undefined } },
    });
    await http.GET("/things/search", { params: { query: { filter: { at: { gte: "2020" } } } } });
    expect(seen.map(({ url }) => url)).toEqual([
      "https://api.example.test/v1/things/a%2Fb%3Fc?since=1970-01-01T00%3A00%3A00.000Z&tags=x&tags=y",
      "https://api.example.test/v1/things/search?filter[at][gte]=2020",
    ]);
  });

  test("of a header are text, in a middleware too", async () => {
    const { http, seen } = startHttp(ok);
    let params: unknown;
    http.use({ onRequest: (given: { params: unknown }) => void (params = given.params) });
    await http.GET("/keyed", { params: { header: { "X-Trace-Id": "t", "X-Since": new Date(0), "X-Tags": [1, 2] } } });
    const since = "1970-01-01T00:00:00.000Z";
    expect(params).toEqual({ header: { "X-Trace-Id": "t", "X-Since": since, "X-Tags": "1,2" } });
    expect(seen[0]?.headers.get("x-since")).toBe(since);
  });

  test.each([
    ["..", "path"],
    [".", "path"],
    ["", "path"],
  ])("can't be the dot segment or empty segment %j", async (id) => {
    const { http, seen } = startHttp(ok);
    await expect(http.GET("/things/{id}", { params: { path: { id } } })).rejects.toThrow("another path");
    expect(seen).toEqual([]);
  });

  test.each([
    [{}, 'path parameter "id" is missing'],
    [{ path: { id: "1" }, query: { limits: 1 } }, 'query parameter "limits" is not known'],
    [{ path: { id: "1" }, cookie: { a: "b" } }, 'input "cookie" is not known'],
    [5, "params must be an object"],
  ])("are refused: %j", async (params, why) => {
    await expect(startHttp(ok).http.GET("/things/{id}", { params })).rejects.toThrow(why);
  });
});

describe("serializers of the caller's", () => {
  test("querySerializer, as a function and as settings", async () => {
    const { http, seen } = startHttp(ok);
    const params = { path: { id: "1" }, query: { tags: ["x", "y"], anything: 1 } };
    await http.GET("/things/{id}", {
      params,
      querySerializer: (query: { tags: string[] }) => `t=${query.tags.join("|")}`,
    });
    await http.GET("/things/{id}", { params, querySerializer: { array: { style: "pipeDelimited", explode: false } } });
    expect(seen.map(({ url }) => url.split("?")[1])).toEqual(["t=x|y", "tags=x|y&anything=1"]);
  });

  test("pathSerializer, below the operation's own path", async () => {
    const { http, seen } = startHttp(ok);
    const pathSerializer = (path: string, { id }: { id: string }): string => path.replace("{id}", id);
    await http.GET("/things/{id}", { params: { path: { id: "a:b" } }, pathSerializer });
    expect(seen[0]?.url).toBe("https://api.example.test/v1/things/a:b");
    for (const id of ["..", ".", "", "a/b", "%2e%2e", "a#b", "\\..\\admin", "{id}", "../../../x"]) {
      const failed = http.GET("/things/{id}", { params: { path: { id } }, pathSerializer });
      await expect(failed).rejects.toBeInstanceOf(ConfigError);
    }
    for (const url of [
      "https://evil.example.test/v1/things/1",
      "https://k:k@api.example.test/v1/things/1",
      "no URL",
      undefined,
    ]) {
      await expect(http.GET("/things/{id}", { ...one, pathSerializer: () => url })).rejects.toBeInstanceOf(ConfigError);
    }
    expect(seen).toHaveLength(1);
  });

  test("bodySerializer", async () => {
    const { http, seen } = startHttp(ok);
    await http.POST("/things", { body: { a: 1 }, bodySerializer: (body: object) => `<${Object.keys(body).join()}>` });
    expect([textOf(seen[0] as never), seen[0]?.headers.get("content-type")]).toEqual(["<a>", "application/json"]);
    const form = (): FormData => {
      const made = new FormData();
      made.append("a", "1");
      return made;
    };
    await http.POST("/uploads", { body: {}, bodySerializer: form });
    expect(seen[1]?.headers.get("content-type")).toMatch(/^multipart\/form-data; ?boundary=/);
    expect(textOf(seen[1] as never)).toContain('name="a"');
  });

  test.each(["querySerializer", "pathSerializer", "bodySerializer"])("%s must be a function", async (name) => {
    await expect(startHttp(ok).http.GET("/things", { [name]: 5 })).rejects.toThrow(
      `option "${name}" must be a function`,
    );
  });
});

describe("a body", () => {
  test.each([
    ["/things", { a: 1 }, "application/json", '{"a":1}'],
    ["/forms", { a: [1, 2] }, "application/x-www-form-urlencoded", "a=1&a=2"],
  ])("of %s is written as the document says", async (path, body, type, text) => {
    const { http, seen } = startHttp(ok);
    await http.POST(path, { body });
    expect([seen[0]?.headers.get("content-type"), textOf(seen[0] as never)]).toEqual([type, text]);
  });

  test("of a form with files goes with its boundary, and no other content type", async () => {
    const { http, seen } = startHttp(ok);
    for (const headers of [{}, { "content-type": "multipart/form-data" }]) {
      await http.POST("/uploads", { body: { file: new Blob(["x"]) }, headers });
    }
    for (const request of seen) {
      const [, boundary] = /boundary=(.*)$/.exec(request.headers.get("content-type") ?? "") ?? [];
      expect(textOf(request)).toContain(`--${boundary}\r\n`);
    }
    expect(seen).toHaveLength(2);
  });

  test("is a form where the caller's content type says so", async () => {
    const { http, seen } = startHttp(ok);
    await http.POST("/things", { body: { a: 1 }, headers: { "Content-Type": "application/x-www-form-urlencoded" } });
    expect([seen[0]?.headers.get("content-type"), textOf(seen[0] as never)]).toEqual([
      "application/x-www-form-urlencoded",
      "a=1",
    ]);
  });

  test("is refused where it is missing, or none is taken", async () => {
    await expect(startHttp(ok).http.POST("/things")).rejects.toThrow("the body is missing");
    await expect(startHttp(ok).http.GET("/things", { body: {} })).rejects.toThrow("the body is unexpected");
    const http = httpOf(createSynthetic({ apiKey: KEY }, { ...api, serializers: { parameter: styledParameter } }));
    await expect(http.GET("/things", { body: {} })).rejects.toThrow('input "body" is not known');
  });
});
