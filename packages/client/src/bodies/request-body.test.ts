import { describe, expect, test } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import type { CallParts } from "../definition/call-parts.ts";
import type { BodyDefinition } from "../definition/body-definition.ts";
import { requestBody } from "./request-body.ts";

/** What a call is given for a body of one media type. */
function written(media: string, form: BodyDefinition, body: unknown, contentType?: string): Partial<CallParts> {
  const definition = { method: "POST", path: "/", body: { [media]: form }, responses: {} } as const;
  const call = { operation: "createThing", definition, settings: {} } as unknown as CallParts;
  return requestBody(call, { body, contentType }) ?? {};
}
function serialize(media: string, body: unknown): CallParts["body"] {
  return written(media, /multipart/.test(media) ? "multipart" : /urlencoded/i.test(media) ? "urlencoded" : "json", body)
    .body;
}
/** A multipart body as the platform reads it. */
function formOf({ body, typed = {} }: Partial<CallParts>): Promise<FormData> {
  return new Response(body as Blob, { headers: typed }).formData();
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
    const form = await formOf(
      written("multipart/form-data", "multipart", {
        file,
        files: [file, file],
        note: "n",
        meta: { a: 1 },
        none: undefined,
        nothing: null,
        bytes: new Uint8Array([1, 2]),
      }),
    );
    expect([...form.keys()]).toEqual(["file", "files", "files", "note", "meta", "bytes"]);
    expect(form.get("meta")).toBe('{"a":1}');
    expect((form.get("bytes") as File).size).toBe(2);
    expect(await (form.get("file") as File).text()).toBe("hello");
    expect((form.get("file") as File).name).toBe("hello.txt");
  });

  test("refuses a Map in a field, which JSON would make something else of; a URL is its text", async () => {
    expect(() => serialize("multipart/form-data", { a: new Map() })).toThrow(
      /the body has in "a" what a form can't carry/,
    );
    const form = await formOf(written("multipart/form-data", "multipart", { a: new URL("https://a.test") }));
    expect(form.get("a")).toBe("https://a.test/");
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

  test("is of a caller's own FormData", async () => {
    const form = new FormData();
    form.append("a", "b");
    expect([...(await formOf(written("multipart/form-data", "multipart", form)))]).toEqual([["a", "b"]]);
  });

  test("says of each part what it is: JSON of an object, what `encoding` says before that", async () => {
    const encoding = {
      b: { contentType: "application/xml" },
      c: { contentType: "image/png, image/jpeg" },
      d: { contentType: "application/pdf" },
    };
    const image = new Blob(["i"], { type: "image/jpeg" });
    const { body } = written(
      "multipart/form-data",
      { form: "multipart", encoding },
      { a: { x: 1 }, b: "<b/>", c: image, d: image, e: "text" },
    );
    const parts = (await (body as Blob).text()).split(/--form-data-[\w-]+(?:--)?\r\n/).slice(1, -1);
    expect(parts).toEqual([
      'content-disposition: form-data; name="a"\r\ncontent-type: application/json\r\n\r\n{"x":1}\r\n',
      'content-disposition: form-data; name="b"\r\ncontent-type: application/xml\r\n\r\n<b/>\r\n',
      'content-disposition: form-data; name="c"; filename="blob"\r\ncontent-type: image/jpeg\r\n\r\ni\r\n',
      'content-disposition: form-data; name="d"; filename="blob"\r\ncontent-type: application/pdf\r\n\r\ni\r\n',
      'content-disposition: form-data; name="e"\r\n\r\ntext\r\n',
    ]);
  });
});

describe("a urlencoded body with an encoding", () => {
  test.each([
    [{ a: { style: "deepObject", explode: true } }, { a: { b: { c: 1 } } }, "a[b][c]=1"],
    [{ a: { style: "form", explode: false } }, { a: [1, 2] }, "a=1,2"],
    [{ a: { style: "pipeDelimited", explode: false } }, { a: ["x", "y z"] }, "a=x%7Cy%20z"],
    [{ a: { contentType: "application/json" } }, { a: [1, 2] }, "a=%5B1%2C2%5D"],
    [{ a: { style: "deepObject", explode: true } }, { a: null, b: 1 }, "b=1"],
  ] as const)("%j of %j", (encoding, body, expected) => {
    expect(written(URLENCODED, { form: "urlencoded", encoding }, body).body).toBe(expected);
  });
});

describe("the content type", () => {
  test.each([
    ["createThing", { body: {} }, "application/json"],
    ["patchThing", { path: { id: "1" }, body: {} }, "application/merge-patch+json"],
    ["submitForm", { body: { a: "b" } }, URLENCODED],
    ["upload", { body: { a: "b" } }, expect.stringMatching(/^multipart\/form-data; boundary=form-data-[\w-]+$/)],
    ["listThings", { body: undefined }, null],
  ])("of %s is the spec's; no header takes its place", async (name, input, expected) => {
    const { fetch, seen } = stubFetch(() => Response.json({}, { status: 201 }));
    const headers = input.body && { "content-type": "text/other" };
    await method(createSynthetic({ apiKey: "key", fetch, headers }), name)(input).catch(() => {});
    expect(seen[0]?.headers.get("content-type")).toEqual(expected);
  });
});
