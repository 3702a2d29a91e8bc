import { transport } from "../../support/transport.ts";
import type { Fault, Outcome } from "../fault.ts";
import { reply, type Bytes, type HeaderLines } from "../scripts.ts";

const STATUSES = [
  400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 422, 423, 424, 425, 426,
  428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 520, 522, 524, 530, 599,
];
const HTML = "<html><body>nginx</body></html>";

/**
 * What fetch itself does with two statuses: a proxy's 407 is a network error, a 421 is sent again on a new connection. Over
 * a transport they are as any other.
 */
export const fetchStatuses: readonly Fault[] = [
  {
    name: "407",
    serve: reply(407, "{}"),
    expect: transport ? { name: "ApiError", status: 407 } : { name: "ConnectionError" },
    requests: 1,
  },
  { name: "421", serve: reply(421, "{}"), expect: { name: "ApiError", status: 421 }, requests: transport ? 1 : 2 },
];

/** Each error status with an empty body, HTML, and JSON of somebody else's. */
export const statusFaults: readonly Fault[] = STATUSES.flatMap((status): Fault[] => [
  {
    name: `${status}, empty`,
    serve: reply(status),
    expect: { name: "ApiError", status, ...body(undefined) },
    openapiFetch: { name: "ApiError", status },
    requests: 1,
  },
  {
    name: `${status}, HTML`,
    serve: reply(status, HTML, { "content-type": "text/html" }),
    expect: { name: "ApiError", status, ...body(HTML) },
    requests: 1,
  },
  {
    name: `${status}, foreign JSON`,
    serve: reply(status, '{"fault":{"faultstring":"no"}}'),
    expect: { name: "ApiError", status, ...body({ fault: { faultstring: "no" } }) },
    requests: 1,
  },
]);

function body(value: unknown): { body: unknown } {
  return { body: value };
}

function shaped(name: string, text: Bytes, message: RegExp, value: unknown, headers: HeaderLines = {}): Fault {
  // `openapiFetch` gives the vendor's body where there is one that reads as a failure.
  const expect: Outcome = { name: "ApiError", status: 422, message, body: value };
  return {
    name,
    serve: reply(422, text, headers),
    expect,
    openapiFetch: { name: "ApiError", status: 422 },
    requests: 1,
  };
}

const problem = { errors: [{ code: "10015", title: "Invalid value", detail: "The id is not one." }] };

/** Errors in the shapes that vendors have, and in none. */
export const errorShapes: readonly Fault[] = [
  shaped("a list of errors", JSON.stringify(problem), /^\w+: 422 Invalid value: The id is not one\.$/, problem),
  shaped("an error within", '{"error":{"message":"No such room","code":"gone"}}', /422 No such room$/, {
    error: { message: "No such room", code: "gone" },
  }),
  shaped("an error as a string", '{"error":"No such room"}', /422 No such room$/, { error: "No such room" }),
  shaped(
    "a problem of RFC 9457",
    '{"title":"Gone","detail":"For good","status":422}',
    /422 Gone: For good$/,
    { title: "Gone", detail: "For good", status: 422 },
    { "content-type": "application/problem+json" },
  ),
  shaped("a list that is empty", '{"errors":[]}', /422$/, { errors: [] }),
  shaped("a list of strings", '{"errors":["a","b"]}', /422/, { errors: ["a", "b"] }),
  shaped("errors that are no list", '{"errors":{"title":5}}', /422/, { errors: { title: 5 } }),
  shaped("a list with null in it", '{"errors":[null]}', /422$/, { errors: [null] }),
  shaped("members of every wrong type", '{"error":{"message":[],"title":{},"code":{},"detail":true}}', /422$/, {
    error: { message: [], title: {}, code: {}, detail: true },
  }),
  shaped(
    "__proto__ in an error",
    '{"__proto__":{"title":"polluted"}}',
    /422$/,
    JSON.parse('{"__proto__":{"title":"polluted"}}'),
  ),
  shaped("null as an error", "null", /422$/, null),
  shaped("false as an error", "false", /422$/, false),
  shaped("zero as an error", "0", /422$/, 0),
  shaped("an empty string as an error", '""', /422$/, ""),
  shaped("an array as an error", "[1]", /422$/, [1]),
  shaped("bad JSON as an error", '{"title":', /422$/, '{"title":'),
  shaped(
    "an error of bytes",
    Buffer.from([0xff, 0xfe, 0x00]),
    /422$/,
    new TextDecoder().decode(new Uint8Array([0xff, 0xfe, 0x00])),
  ),
  shaped(
    "an error in a charset that nobody knows",
    '{"title":"No"}',
    /422 No$/,
    { title: "No" },
    { "content-type": "application/json; charset=klingon" },
  ),
  shaped(
    "an error in latin-1, as it says",
    Buffer.from('{"title":"Zo\u00eb"}', "latin1"),
    /422 Zo\u00eb$/,
    { title: "Zo\u00eb" },
    { "content-type": "application/json; charset=latin1" },
  ),
  shaped("a message of 1 MB", JSON.stringify({ title: "x".repeat(1_000_000) }), /^.{1,600}$/, {
    title: "x".repeat(1_000_000),
  }),
  {
    name: "a text error where text is documented",
    operation: "exportText",
    serve: reply(400, "12"),
    expect: { name: "ApiError", status: 400, body: "12" },
    // openapi-fetch reads JSON where it can.
    openapiFetch: { name: "ApiError", status: 400, body: 12 },
    requests: 1,
  },
  {
    name: "an error to a HEAD",
    operation: "headThing",
    serve: reply(404),
    expect: { name: "ApiError", status: 404 },
    requests: 1,
  },
];
