import { expect, test } from "vitest";
import { documentWith } from "../testing/document.ts";
import { clientOf, get, serving } from "../testing/serving.ts";

// Kinds of responses, each read over the network by a client that is generated of a document.
/** XML or YAML of objects is another writing of what the JSON beside it says; a text is not. */
const contentOf = (type: string): object => (/xml|yaml/.test(type) ? { schema: { type: "string" } } : {});

const bytes = Uint8Array.of(0, 255, 13, 10);
test.each<[type: string, body: string | Uint8Array, read: unknown]>([
  ["application/json", '{"a":1}', { a: 1 }],
  ["application/json; charset=utf-8", '{"a":1}', { a: 1 }],
  ["text/plain", "a,b", "a,b"],
  ["text/csv", "a,b", "a,b"],
  ["text/html", "<p>", "<p>"],
  ["application/xml", "<a/>", "<a/>"],
  ["application/yaml", "a: 1", "a: 1"],
  ["application/octet-stream", bytes, bytes],
  ["application/pdf", bytes, bytes],
  ["application/zip", bytes, bytes],
  ["image/png", bytes, bytes],
  ["audio/mpeg", bytes, bytes],
  ["video/mp4", bytes, bytes],
])("a response of %s, alone and among others, is read by what came", async (type, body, read) => {
  const { url, last } = await serving({
    "/a": [200, { "content-type": type }, body],
    "/b": [200, { "content-type": type }, body],
  });
  const essence = type.split(";")[0] as string;
  const responses = (types: string[]): object => ({
    responses: { 200: { description: "", content: Object.fromEntries(types.map((each) => [each, contentOf(each)])) } },
  });
  const others = ["application/json", "image/png", "text/plain"];
  const document = documentWith({
    "/a": get("alone", responses([essence])),
    "/b": get("among", responses([...others.filter((each) => each !== essence), essence])),
  });
  const client = await clientOf(document, { baseUrl: url });
  expect(await client["alone"]?.()).toEqual(read);
  expect(last().headers.accept).toContain(essence);
  expect(await client["among"]?.()).toEqual(read);
  expect(await client["among"]?.({}, { accept: essence })).toEqual(read);
  expect(last().headers.accept).toBe(essence);
});

test("bytes are had as a stream, alone and among others", async () => {
  const png: [number, Record<string, string>, Uint8Array] = [200, { "content-type": "image/png" }, Uint8Array.of(1, 2)];
  const { url, last } = await serving({ "/a": png, "/b": png });
  const content = (...types: string[]): object => ({
    responses: { 200: { description: "", content: Object.fromEntries(types.map((each) => [each, contentOf(each)])) } },
  });
  const document = documentWith({
    "/a": get("alone", content("image/png")),
    "/b": get("among", content("application/json", "image/png")),
  });
  const client = await clientOf(document, { baseUrl: url });
  for (const [name, options] of [
    ["alone", { as: "stream" }],
    ["among", { as: "stream", accept: "image/png" }],
  ] as const) {
    const stream = (await client[name]?.({}, options)) as ReadableStream<Uint8Array>;
    expect(await new Response(stream).bytes()).toEqual(Uint8Array.of(1, 2));
    expect(last().headers.accept).toBe("image/png");
  }
});

test("a redirect that is the only outcome is not followed, and resolves with its target", async () => {
  const { url, last } = await serving({ "/a": [302, { location: "/elsewhere?x=1" }, ""] });
  const document = documentWith({
    "/a": get("call", {
      responses: { 302: { description: "", headers: { Location: { schema: { type: "string" } } } } },
    }),
  });
  expect(await (await clientOf(document, { baseUrl: url }))["call"]?.()).toBe(`${url}/elsewhere?x=1`);
  expect(last().url).toBe("/a");
});
