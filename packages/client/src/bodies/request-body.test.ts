import { describe, expect, test } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import { transport } from "../../test/support/transport.ts";
import { requestBody } from "./request-body.ts";

function serialize(media: string, body: unknown): string | FormData | undefined {
  return requestBody("createThing", { method: "POST", path: "/", body: media, responses: {} }, body);
}
const URLENCODED = "application/x-www-form-urlencoded";

describe("a JSON body", () => {
  test("is text, unknown fields and all", () => {
    expect(serialize("application/json", { a: new Date(0), b: undefined, c: null, d: "\ud800" })).toBe(
      '{"a":"1970-01-01T00:00:00.000Z","c":null,"d":"\\ud800"}',
    );
    expect(serialize("application/json", null)).toBe("null");
    expect(serialize("application/json", 0)).toBe("0");
  });

  test.each([
    [() => {}, "(given: function)"],
    [Symbol("a"), "(given: symbol)"],
    [1n, "a bigint"],
  ])("refuses what JSON does not have", (body, why) => {
    expect(() => serialize("application/json", body)).toThrow(why);
  });

  test("may be left out where it is optional, and only there", async () => {
    const { fetch, seen } = stubFetch();
    const client = createSynthetic({ apiKey: "key", fetch });
    await method(client, "replaceThing")({ path: { id: "1" } });
    expect(seen[0]?.body).toBeUndefined();
    await expect(method(client, "createThing")({})).rejects.toThrow("createThing: the body is missing");
    await expect(method(client, "listThings")({ body: {} })).rejects.toThrow("the operation takes none");
    expect(seen).toHaveLength(1);
  });
});

describe("a urlencoded body", () => {
  test("repeats the name of an array, sends objects as JSON and leaves undefined out", () => {
    const body = { a: [1, "b&c", undefined], d: { e: 1 }, f: undefined, g: true, h: new Date(0) };
    expect(serialize(URLENCODED, body)).toBe("a=1&a=b%26c&d=%7B%22e%22%3A1%7D&g=true&h=1970-01-01T00%3A00%3A00.000Z");
    expect(serialize(URLENCODED, new URLSearchParams({ a: "b" }))).toBe("a=b");
  });
});

test.each(["Application/X-WWW-Form-Urlencoded", "application/x-www-form-urlencoded; charset=utf-8"])(
  "%s is a form, too",
  (media) => {
    expect(serialize(media, { a: 1 })).toBe("a=1");
  },
);

describe("a multipart body", () => {
  test("holds files beside fields", async () => {
    const file = new File(["hello"], "hello.txt", { type: "text/plain" });
    const form = serialize("multipart/form-data", {
      file,
      files: [file, file],
      note: "n",
      meta: { a: 1 },
      none: undefined,
    }) as FormData;
    expect([...form.keys()]).toEqual(["file", "files", "files", "note", "meta"]);
    expect(form.get("meta")).toBe('{"a":1}');
    expect(await (form.get("file") as File).text()).toBe("hello");
    expect((form.get("file") as File).name).toBe("hello.txt");
  });

  test.each([
    ["bytes", new Uint8Array([1, 2])],
    ["a buffer", new ArrayBuffer(2)],
    ["a list with bytes", [new Uint8Array([1, 2])]],
    ["a Map", new Map()],
    ["a URL", new URL("https://a.test")],
  ])("refuses %s in a field, which JSON would make something else of", (_, file) => {
    expect(() => serialize("multipart/form-data", { file })).toThrow(
      `createThing: the body has in "file" what a form can't carry: wrap it in a Blob`,
    );
  });

  test.each([
    ["an array", []],
    ["a Map", new Map([["a", "b"]])],
    ["a text", "a=b"],
    ["null", null],
    ["another's form", new URLSearchParams({ a: "b" })],
  ])("refuses %s for fields", (_, body) => {
    expect(() => serialize("multipart/form-data", body)).toThrow("the body must be an object of form fields");
  });

  test("is a caller's own FormData", () => {
    const form = new FormData();
    expect(serialize("multipart/form-data", form)).toBe(form);
  });
});

describe("the content type", () => {
  test.each([
    ["createThing", { body: {} }, "application/json"],
    ["patchThing", { path: { id: "1" }, body: {} }, "application/merge-patch+json"],
    ["submitForm", { body: { a: "b" } }, URLENCODED],
    ["upload", { body: { a: "b" } }, transport ? "multipart/form-data" : null],
    ["listThings", {}, null],
  ])("of %s is the spec's; FormData brings its own", async (name, input, expected) => {
    const { fetch, seen } = stubFetch(() => Response.json({}, { status: 201 }));
    await method(createSynthetic({ apiKey: "key", fetch }), name)(input).catch(() => {});
    const [type] = seen[0]?.headers.get("content-type")?.split("; boundary=") ?? [];
    expect(type ?? null).toBe(expected);
  });
});
