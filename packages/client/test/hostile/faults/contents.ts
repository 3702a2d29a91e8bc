import type { Fault, Outcome } from "../fault.ts";
import { reply, send, type Bytes, type HeaderLines } from "../scripts.ts";

const notJson: Outcome = { name: "ResponseError", status: 200, message: /not JSON/ };
const notThat: Outcome = { name: "ResponseError", status: 200, message: /of another kind/ };
const notText: Outcome = { name: "ResponseError", status: 200, message: /not text in its charset/ };
const empty: Outcome = { name: "ResponseError", message: /empty/ };

function json(
  name: string,
  body: Bytes,
  expect: Outcome,
  more: Partial<Fault> & { headers?: HeaderLines } = {},
): Fault {
  const { headers = {}, ...rest } = more;
  return { name, serve: reply(200, body, headers), expect, requests: 1, ...rest };
}
function resolves(body: unknown): Outcome {
  return { name: "resolves", body };
}
const charset = (name: string): { headers: HeaderLines } => ({
  headers: { "content-type": `application/json; charset=${name}` },
});

const DEEP = 50_000;

/** Whole responses with a status of success and a body that is none, or a strange one. */
export const contentFaults: readonly Fault[] = [
  {
    name: "204 where a body is documented",
    serve: send("HTTP/1.1 204 No Content\r\n\r\n"),
    expect: { ...empty, status: 204 },
    requests: 1,
    quick: true,
  },
  {
    name: "204 where it is documented",
    operation: "deleteThing",
    serve: send("HTTP/1.1 204 No Content\r\n\r\n"),
    expect: resolves(undefined),
    requests: 1,
  },
  {
    name: "204 with a body that must not be",
    operation: "deleteThing",
    serve: send("HTTP/1.1 204 No Content\r\ncontent-length: 2\r\n\r\n{}"),
    expect: resolves(undefined),
    requests: 1,
  },
  {
    name: "200 where only 204 is documented, empty",
    operation: "deleteThing",
    serve: reply(200),
    expect: resolves(undefined),
    requests: 1,
  },
  { name: "205 where a body is documented", serve: reply(205), expect: { ...empty, status: 205 }, requests: 1 },
  {
    name: "202 without a body, as documented",
    operation: "createThing",
    input: { body: {} },
    serve: reply(202),
    expect: resolves(undefined),
    requests: 1,
  },
  {
    name: "201 with its documented body",
    operation: "createThing",
    input: { body: {} },
    serve: reply(201, '{"id":1}'),
    expect: resolves({ id: 1 }),
    requests: 1,
  },
  {
    name: "206, undocumented, with the documented kind of body",
    serve: reply(206, '{"part":1}'),
    expect: resolves({ part: 1 }),
    requests: 1,
  },
  {
    name: "206, undocumented, with another kind",
    serve: reply(206, "[1]"),
    expect: { name: "ResponseError", status: 206 },
    requests: 1,
  },
  json("an empty 200", "", { ...empty, status: 200 }, { quick: true }),
  json("a 200 of spaces", "  \r\n ", notJson),
  json("null", "null", notThat, { quick: true }),
  json("true", "true", notThat),
  json("a number", "42", notThat),
  json("a string", '"ok"', notThat),
  json("an array instead of an object", "[]", notThat),
  json("an object instead of an array", "{}", notThat, { operation: "listThings" }),
  json("null instead of an array", "null", notThat, { operation: "listThings" }),
  json("null where any JSON is documented", "null", resolves(null), { operation: "anyJson" }),
  json(
    "HTML",
    "<!doctype html><title>Welcome</title>",
    { ...notJson, message: /not JSON \(text\/html/ },
    { headers: { "content-type": "text/html; charset=utf-8" }, quick: true },
  ),
  json("HTML that says it is JSON", "<html></html>", notJson),
  json("JSON that says it is HTML", '{"ok":true}', resolves({ ok: true }), {
    headers: { "content-type": "text/html" },
  }),
  {
    name: "JSON without a content type",
    serve: send("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"),
    expect: resolves({}),
    requests: 1,
  },
  json("a content type of 10 kB", "no JSON", notJson, { headers: { "content-type": `text/${"x".repeat(10_000)}` } }),
  json("NaN", '{"a":NaN}', notJson, { quick: true }),
  json("Infinity", '{"a":-Infinity}', notJson),
  json("undefined", '{"a":undefined}', notJson),
  json("a comma too many", '{"a":1,}', notJson),
  json("single quotes", "{'a':1}", notJson),
  json("a comment", '{"a":1/* one */}', notJson),
  json("JSON that is cut", '{"a":{"b":[1,2', notJson),
  json("two documents", "{}{}", notJson),
  json("lines of JSON", "{}\n{}\n", notJson),
  json("JSONP", 'callback({"a":1})', notJson),
  json("a guard against hijacking in front", `)]}',\n{"a":1}`, notJson),
  json("a raw line break in a string", '{"a":"b\nc"}', notJson),
  json("a raw NUL", '{"a":"\u0000"}', notJson),
  json("a number in octal", '{"a":012}', notJson),
  json("XML", '<?xml version="1.0"?><a/>', notJson),
  json("50,000 brackets that never close", "[".repeat(DEEP), notJson),
  json("a byte order mark", '\u{feff}{"ok":true}', resolves({ ok: true })),
  json("two byte order marks", '\u{feff}\u{feff}{"ok":true}', notJson),
  json("UTF-16 as it says", Buffer.from('{"ok":"\u00eb"}', "utf16le"), resolves({ ok: "\u00eb" }), charset("utf-16le")),
  json("UTF-16 that it does not say", Buffer.from('\u{feff}{"ok":"\u00eb"}', "utf16le"), notText),
  json(
    "latin-1 as it says",
    Buffer.from('{"ok":"Zo\u00eb"}', "latin1"),
    resolves({ ok: "Zo\u00eb" }),
    charset("iso-8859-1"),
  ),
  json("latin-1 that it does not say", Buffer.from('{"ok":"Zo\u00eb"}', "latin1"), notText, { quick: true }),
  json("UTF-8 that says it is UTF-16", '{"ok":"\u00eb"}', resolves({ ok: "\u00eb" }), charset("utf-16")),
  json("UTF-8 in a charset that nobody knows", '{"ok":true}', resolves({ ok: true }), charset("klingon")),
  json("neither UTF-8 nor a charset that anybody knows", Buffer.from([0x22, 0xeb, 0x22]), notText, charset("klingon")),
  json("a charset in quotes", '{"ok":"\u00eb"}', resolves({ ok: "\u00eb" }), charset('"UTF-8"')),
  json("UTF-8 cut within a character", Buffer.from([0x7b, 0x22, 0xc3]), notText),
  json("an overlong form of UTF-8", Buffer.from([0x22, 0xc0, 0xaf, 0x22]), notText),
  json("a surrogate in UTF-8", Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), notText),
  json("a lone surrogate by escape", '{"a":"\\ud800"}', resolves({ a: "\ud800" })),
  json("duplicate keys: the last one stays", '{"a":1,"a":2}', resolves({ a: 2 })),
  json(
    "__proto__ as a key",
    '{"__proto__":{"polluted":true},"ok":true}',
    resolves(JSON.parse('{"__proto__":{"polluted":true},"ok":true}')),
  ),
  json(
    "constructor and toString as keys",
    '{"constructor":1,"toString":2,"then":3}',
    resolves(JSON.parse('{"constructor":1,"toString":2,"then":3}')),
  ),
  json("fields that nobody documented", '{"ok":true,"brand_new":[1]}', resolves({ ok: true, brand_new: [1] })),
  json("a number beyond 64 bits", '{"a":1e400,"b":12345678901234567890}', { name: "resolves" }),
  json("a string of 5 MB", JSON.stringify({ a: "x".repeat(5_000_000) }), { name: "resolves" }),
  json("100,000 keys", JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at]))), {
    name: "resolves",
  }),
  json("text where text is documented", "a,b\r\n1,2\r\n", resolves("a,b\r\n1,2\r\n"), { operation: "exportText" }),
  json("text that is not of its charset", Buffer.from([0xff, 0xfe, 0xff]), notText, { operation: "exportText" }),
  json("bytes where bytes are documented", Buffer.from([0, 255, 128]), resolves(new Uint8Array([0, 255, 128])), {
    operation: "downloadFile",
    openapiFetch: { name: "resolves" },
  }),
  json("a HEAD without a body", "", resolves(undefined), {
    operation: "headThing",
    serve: send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n"),
  }),
];
