import { gzipSync } from "node:zlib";
import { found, json, problem, session, text, type Api } from "./answers.ts";

/** One way to misbehave: what it is, the exit code that it takes, what is found, all of it but the notes, and a limit. */
type Misbehaviour = [name: string, code: number, findings: (string | RegExp)[], api: Partial<Api>, timeoutMs?: number];

export const misbehaviours: readonly Misbehaviour[] = [
  ["a word for a boolean", 1, ["violation: /data/active must be boolean"], { right: found({ active: "yes" }) }],
  ["null for a text", 1, ["violation: /data/room_id must be string"], { right: found({ room_id: null }) }],
  ["a number for a text", 1, ["violation: /data/id must be string"], { right: found({ id: 7 }) }],
  ["an id of another form", 1, [/^violation: \/data\/id must match format "uuid"/], { right: found({ id: "s-1" }) }],
  [
    "a time of another form",
    1,
    [/^violation: \/data\/ended_at must match format/],
    { right: found({ ended_at: "noon" }) },
  ],
  [
    "an object for a list",
    1,
    ["violation: /data/participants must be array", /^field never seen: /],
    { right: found({ participants: {} }) },
  ],
  [
    "a list for an object",
    1,
    ["violation: /data must be object", /^field never seen: /],
    { right: json(200, { data: [session] }) },
  ],
  ["a field that nobody knows", 1, ["unknown field: data.mood"], { right: found({ mood: 1 }) }],
  [
    "a field that means something to JavaScript",
    1,
    ["unknown field: data.__proto__"],
    {
      right: text(
        200,
        JSON.stringify({ data: session }).replace('{"id"', '{"__proto__":{"id":7},"id"'),
        "application/json",
      ),
    },
  ],
  [
    "a field deep inside that nobody knows",
    1,
    ["unknown field: data.participants[].hat"],
    { right: found({ participants: [{ ...session.participants[0], hat: true }] }) },
  ],
  [
    "a hundred thousand faults",
    1,
    [/^violation: \/data\/participants\/\d\d? must be object$/, /^field never seen: /],
    { right: found({ participants: Array.from({ length: 100_000 }, () => 1) }) },
  ],
  [
    "a field with a name without end",
    1,
    [`unknown field: data.${"x".repeat(295)}…`],
    { right: found({ ["x".repeat(1_000_000)]: 1 }) },
  ],
  [
    "a body of a hundred thousand levels",
    1,
    ["unknown field: data.a", /^field never seen: /],
    { right: text(200, `{"data":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`, "application/json") },
  ],
  ["a page for people", 1, ["undocumented media type: text/html"], { right: text(200, "<html>", "text/html") }],
  ["no media type", 1, ["undocumented media type: none"], { right: (response) => void response.end("{}") }],
  ["half a JSON text", 1, ["violation: the body is no JSON"], { right: text(200, '{"data":', "application/json") }],
  ["an empty body", 1, ["violation: the body is empty"], { right: text(200, "", "application/json") }],
  ["another success", 1, ["undocumented status: 202"], { right: json(202, { data: session }) }],
  ["no content", 1, ["undocumented status: 204"], { right: (response) => void response.writeHead(204).end() }],
  [
    "a redirect",
    1,
    ["undocumented status: 302"],
    { right: (response) => void response.writeHead(302, { location: "/v3" }).end() },
  ],
  ["an error that is not documented", 1, ["undocumented status: 418"], { right: json(418, problem) }],
  ["a status that Prism would hide", 1, ["undocumented status: 501"], { right: json(501, {}) }],
  [
    "an error without what errors have",
    1,
    [
      /^violation, with a made-up id: \/ must have required property 'code'/,
      /'title'/,
      "unknown field, with a made-up id: errors",
    ],
    { unknownId: json(404, { errors: [problem] }) },
  ],
  [
    "an error of another type",
    1,
    ["violation, with a made-up id: /code must be string"],
    { unknownId: json(404, { ...problem, code: 10_005 }) },
  ],
  [
    "a page for people in an error",
    1,
    ["undocumented media type, with a made-up id: text/html"],
    { unknownId: text(404, "<html>", "text/html") },
  ],
  [
    "an error with no body",
    1,
    ["violation, with a made-up id: the body is empty"],
    { unknownId: text(404, "", "application/json") },
  ],
  ["no need of a key", 1, ["no key needed, without a key: 200"], { keyless: found({}) }],
  ["a key that is not accepted", 3, ["not authorised: 401"], { right: json(401, problem) }],
  ["a key that may not", 3, ["not authorised: 403"], { right: json(403, problem) }],
  ["an id that is not there", 3, ["no success: 404"], { right: json(404, problem) }],
  ["too many requests", 3, ["failed: 429"], { right: json(429, {}) }],
  ["a server that is away", 3, ["failed: 503"], { right: text(503, "<html>", "text/html") }],
  ["a connection that breaks off", 3, [/^failed: /], { right: (response) => void response.destroy() }],
  [
    "a body that breaks off",
    3,
    [/^failed: /],
    {
      right: (response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
        response.write("{", () => response.destroy());
      },
    },
  ],
  [
    "a body without end",
    3,
    ["failed: the body is larger than 10 MiB"],
    {
      right: (response) => {
        const more = (): void => void (response.write(" ".repeat(65_536)) && setImmediate(more));
        response.writeHead(200, { "content-type": "application/json" }).on("drain", more);
        more();
      },
    },
  ],
  [
    "a little body that unpacks to much",
    3,
    ["failed: the body is larger than 10 MiB"],
    {
      right: (response) =>
        void response
          .writeHead(200, { "content-encoding": "gzip", "content-type": "application/json" })
          .end(gzipSync(Buffer.alloc(50_000_000))),
    },
  ],
  ["no response", 3, [/^failed: .*timeout/i], { right: () => undefined }, 500],
  ["no response without a key", 3, [/^failed, without a key: .*timeout/i], { keyless: () => undefined }, 500],
  [
    "a wrong type that is taken",
    0,
    ["wrong type accepted, with a wrong include_participants: 200"],
    { wrongType: found({}) },
  ],
  [
    "fields that never come",
    0,
    ["field never seen: /components/schemas/RoomSession/properties/active"],
    { right: json(200, { data: { ...session, active: undefined } }) },
  ],
];
