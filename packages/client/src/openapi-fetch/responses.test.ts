import { describe, expect, test } from "vitest";
import { one, startHttp } from "../../test/support/http.ts";
import { KEY } from "../../test/support/secrets.ts";
import { type Reply } from "../../test/support/stub-fetch.ts";
import { ConfigError } from "../index.ts";

describe("parseAs", () => {
  test("is the documented kind, unless it is told", async () => {
    const { http } = startHttp(() => new Response("a,b"));
    expect((await http.GET("/export.csv")).data).toBe("a,b");
    const { data } = await http.GET("/file");
    expect(data).toBeInstanceOf(Blob);
    expect(await (data as Blob).text()).toBe("a,b");
    expect((await startHttp(() => new Response("[1]")).http.GET("/json")).data).toEqual([1]);
  });

  test("gives what it says, unchecked", async () => {
    const { http } = startHttp(() => new Response("not JSON"));
    expect((await http.GET("/things", { parseAs: "text" })).data).toBe("not JSON");
    expect((await http.GET("/things", { parseAs: "blob" })).data).toBeInstanceOf(Blob);
    expect((await http.GET("/things", { parseAs: "arrayBuffer" })).data).toEqual(
      new TextEncoder().encode("not JSON").buffer,
    );
    expect((await http.GET("/things", { parseAs: "stream" })).data).toBeInstanceOf(ReadableStream);
  });

  test("json reads what is documented as text or bytes", async () => {
    const { http } = startHttp(() => new Response("{}"));
    expect((await http.GET("/export.csv", { parseAs: "json" })).data).toEqual({});
    const broken = startHttp(() => new Response("a,b")).http.GET("/file", { parseAs: "json" });
    await expect(broken).rejects.toMatchObject({ name: "ResponseError" });
  });

  test.each(["formData", "toString", "constructor", 5, null])("%j is refused", async (parseAs) => {
    const { http, seen } = startHttp();
    await expect(http.GET("/things", { parseAs })).rejects.toBeInstanceOf(ConfigError);
    expect(seen).toEqual([]);
  });
});

describe("a response", () => {
  test.each([
    ["DELETE", "/things/{id}", 204, null],
    ["HEAD", "/things/{id}", 200, null],
    ["POST", "/things", 202, "accepted"],
  ] as const)("to %s %s of status %d has no data", async (verb, path, status, body) => {
    const headers = { "content-length": "8" };
    const { http } = startHttp(() => new Response(body, { status, headers }));
    const result = await http[verb](path, verb === "POST" ? { body: {} } : one);
    expect(result).toMatchObject({ data: undefined, response: { status } });
    expect(result.error).toBeUndefined();
  });

  test("to HEAD with an error status has an error", async () => {
    const { http } = startHttp(() => new Response(null, { status: 404 }));
    expect(await http.HEAD("/things/{id}", one)).toMatchObject({ error: { name: "ApiError", status: 404 } });
  });

  test("is decoded by its charset, success and error", async () => {
    const latin1 = new Uint8Array([0x63, 0x61, 0x66, 0xe9]);
    const reply = (status: number): Reply => {
      const headers = { "content-type": 'text/csv; charset="iso-8859-1"' };
      return () => new Response(latin1, { status, headers });
    };
    expect((await startHttp(reply(200)).http.GET("/export.csv")).data).toBe("café");
    expect((await startHttp(reply(400)).http.GET("/export.csv")).error).toBe("café");
    const bytes = (await startHttp(reply(200)).http.GET("/export.csv", { parseAs: "arrayBuffer" })).data;
    expect(new Uint8Array(bytes as ArrayBuffer)).toEqual(latin1);
  });

  test("has no byte order mark, whatever its length is said to be", async () => {
    const bytes = new TextEncoder().encode('\uFEFF{"a":1}');
    const { http } = startHttp(() => new Response(bytes, { headers: { "content-length": String(bytes.length) } }));
    expect((await http.GET("/things/{id}", one)).data).toEqual({ a: 1 });
  });

  test("with a status text that a Response does not take is read", async () => {
    const reply: Reply = () => Object.defineProperty(new Response("[]"), "statusText", { value: "\uC131\uACF5" });
    expect((await startHttp(reply).http.GET("/things")).data).toEqual([]);
  });

  test.each([
    ["as text", `your key ${KEY}`],
    ["as JSON", JSON.stringify({ header: `Bearer ${KEY}` })],
    ["behind JSON's escapes", JSON.stringify({ header: KEY }).replaceAll("/", "\\u002f")],
  ])("shows no key that a server sends back %s", async (_, body) => {
    const headers = { "x-echo": KEY };
    const { http } = startHttp(() => new Response(body, { status: 401, headers, statusText: `no ${KEY}` }));
    let seen = "";
    http.use({
      onResponse: async ({ response }: { response: Response }) => void (seen = await response.clone().text()),
    });
    const { error, response } = await http.GET("/things/{id}", one);
    expect(JSON.stringify([error, seen, [...response.headers], response.statusText])).not.toContain(KEY);
    expect(JSON.stringify([error, response.headers.get("x-echo")])).toContain("[redacted]");
  });
});
