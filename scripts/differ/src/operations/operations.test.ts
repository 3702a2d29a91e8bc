import { describe, expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { compareByRule } from "../diff.ts";
import { found, small } from "../testing/small.ts";

const parameter = (name: string): JsonObject => ({ name, in: "path", required: true, schema: { type: "string" } });
const at = (path: string, ...names: string[]): JsonObject =>
  small({ path, operation: { parameters: names.map(parameter) } });

/** A document of several operations. */
function several(paths: JsonObject): JsonObject {
  return { ...small({}), paths };
}

const plain = (operationId: string): JsonObject => ({ operationId, responses: {} });

describe("operations are known by method and path, then by operationId", () => {
  test("a path parameter with another name is the same on the wire", () => {
    expect(found(at("/things/{id}", "id"), at("/things/{thing_id}", "thing_id"))).toEqual([
      "path-parameter-renamed compatible major",
    ]);
  });

  test("path parameters are compared by position, under whatever name", () => {
    const next = at("/things/{thing_id}", "thing_id");
    const text = JSON.stringify(next).replace('"type":"string"', '"type":"integer"');
    expect(found(at("/things/{id}", "id"), JSON.parse(text) as JsonObject)).toEqual([
      "request-type-changed breaking major",
      "path-parameter-renamed compatible major",
    ]);
  });

  test("templates of one shape side by side stay apart", () => {
    const paths = { "/a/{id}": { get: plain("One") }, "/a/{room_id}": { post: plain("Two") } };
    expect(
      found(several(paths), several({ "/a/{room_id}": paths["/a/{room_id}"], "/a/{id}": paths["/a/{id}"] })),
    ).toEqual([]);
  });

  test("two operations that swap their names are two renames", () => {
    const old = several({ "/a": { get: plain("One") }, "/b": { get: plain("Two") } });
    const next = several({ "/a": { get: plain("Two") }, "/b": { get: plain("One") } });
    expect(found(old, next)).toEqual(["operation-renamed compatible major", "operation-renamed compatible major"]);
  });

  test("without an operationId an operation is called by method and path", () => {
    const { changes } = compareByRule(several({ "/a": { get: { responses: {} } } }), several({}));
    expect(changes.map(({ id, operation }) => [id, operation])).toEqual([["operation-removed", "GET /a"]]);
  });

  test("a path item may be a reference", () => {
    const items = { components: { pathItems: { A: { get: plain("One") } } } };
    const old = { ...several({ "/a": { get: plain("One") } }), ...items };
    expect(found(old, { ...several({ "/a": { $ref: "#/components/pathItems/A" } }), ...items })).toEqual([]);
  });
});

describe("bodies", () => {
  const taking = (...media: string[]): JsonObject =>
    small({ operation: { requestBody: { content: Object.fromEntries(media.map((type) => [type, {}])) } } });

  test("JSON beside another media type changes what the method takes", () => {
    const form = "multipart/form-data";
    expect(found(taking(form), taking(form, "application/json"))).toEqual([
      "request-media-type-preferred compatible major",
    ]);
    const problem = "application/problem+json";
    expect(found(taking("application/json"), taking("application/json", problem))).toEqual([
      "request-media-type-added compatible minor",
    ]);
    expect(found(taking("application/json"), taking("application/json", form))).toEqual([
      "request-media-type-added compatible minor",
    ]);
  });

  test("a media type with other parameters is the same on the wire", () => {
    expect(found(taking("application/json"), taking("application/json; charset=utf-8"))).toEqual([
      "media-type-parameters-changed compatible major",
    ]);
  });

  test("the same of answers", () => {
    const giving = (...media: string[]): JsonObject => {
      const content = Object.fromEntries(media.map((type) => [type, {}]));
      return small({ operation: { responses: { 200: { description: "", content } } } });
    };
    expect(found(giving("text/csv"), giving("text/csv", "application/json"))).toEqual([
      "response-media-type-preferred compatible major",
    ]);
    expect(found(giving("text/csv", "text/plain"), giving("text/csv"))).toEqual([
      "response-media-type-removed breaking major",
    ]);
  });

  test("the parts of a form may be encoded otherwise", () => {
    const form = (encoding: JsonObject): JsonObject =>
      small({ operation: { requestBody: { content: { "multipart/form-data": { encoding } } } } });
    expect(found(form({}), form({ file: { contentType: "image/png" } }))).toEqual([
      "request-encoding-changed risky patch",
    ]);
  });

  test("a body that comes or goes", () => {
    const none = small({});
    const must = small({ operation: { requestBody: { required: true, content: {} } } });
    expect(found(none, taking("application/json"))).toEqual(["request-body-added compatible minor"]);
    expect(found(none, must)).toEqual(["required-request-body-added breaking major"]);
    const may = small({ operation: { requestBody: { content: {} } } });
    expect(found(must, may)).toEqual(["request-body-became-optional compatible minor"]);
    expect(found(may, must)).toEqual(["request-body-became-required breaking major"]);
    expect(found(taking("application/json"), none)).toEqual(["request-body-removed breaking major"]);
  });
});

describe("parameters and headers", () => {
  const asking = (more: JsonObject): JsonObject =>
    small({ operation: { parameters: [{ name: "p", in: "query", schema: { type: "string" }, ...more }] } });

  test.each<[name: string, old: JsonObject, next: JsonObject, expected: string[]]>([
    ["required", {}, { required: true }, ["parameter-became-required breaking major"]],
    ["optional", { required: true }, {}, ["parameter-became-optional compatible minor"]],
    ["deprecated", {}, { deprecated: true }, ["deprecated compatible minor"]],
    ["no longer deprecated", { deprecated: true }, {}, ["no-longer-deprecated compatible patch"]],
    ["allowed to be empty", {}, { allowEmptyValue: true }, ["parameter-empty-value-allowed compatible patch"]],
    ["not allowed to be empty", { allowEmptyValue: true }, {}, ["parameter-empty-value-refused breaking patch"]],
    ["sent unescaped", {}, { allowReserved: true }, ["parameter-serialization-changed breaking patch"]],
    ["written as JSON", {}, { content: { "application/json": {} } }, ["parameter-content-changed breaking major"]],
  ])("a parameter becomes %s", (_name, old, next, expected) => {
    expect(found(asking(old), asking(next))).toEqual(expected);
  });

  test("a path parameter is required, whether or not the document says so", () => {
    const sides = [{}, { required: true }].map((more) =>
      small({ path: "/a/{id}", operation: { parameters: [{ name: "id", in: "path", schema: {}, ...more }] } }),
    );
    expect(found(sides[0] ?? {}, sides[1] ?? {})).toEqual([]);
  });

  test("headers have no case, and may become required or optional", () => {
    const answering = (name: string, header: JsonObject): JsonObject =>
      small({ operation: { responses: { 200: { description: "", headers: { [name]: { schema: {}, ...header } } } } } });
    expect(found(answering("X-Total", {}), answering("x-total", {}))).toEqual([]);
    expect(found(answering("X-Total", { required: true }), answering("X-Total", {}))).toEqual([
      "response-header-became-optional breaking major",
    ]);
    expect(found(answering("X-Total", {}), answering("X-Total", { required: true }))).toEqual([
      "response-header-became-required compatible minor",
    ]);
    expect(
      found(small({}), small({ operation: { responses: { 200: { description: "", headers: { A: {} } } } } })),
    ).toEqual(["response-header-added compatible minor"]);
  });
});

describe("statuses", () => {
  const answering = (...statuses: string[]): JsonObject =>
    small({ operation: { responses: Object.fromEntries(statuses.map((status) => [status, { description: "" }])) } });

  test("one that is documented as part of a range instead", () => {
    expect(found(answering("200", "404", "4XX"), answering("200", "4XX"))).toEqual([
      "status-merged-into-range compatible major",
    ]);
  });

  test("a success less is a success that no longer comes", () => {
    expect(found(answering("200", "202"), answering("200"))).toEqual(["success-status-removed breaking major"]);
  });

  test("the case of a range means nothing", () => {
    expect(found(answering("200", "4xx"), answering("200", "4XX"))).toEqual([]);
  });

  test("`default` comes and goes as an error does", () => {
    expect(found(answering("200"), answering("200", "default"))).toEqual(["error-status-added compatible minor"]);
    expect(found(answering("200", "default"), answering("200"))).toEqual(["error-status-removed risky major"]);
  });
});

test("what is told apart only by callbacks or webhooks is told as such", () => {
  expect(found(small({}), small({ operation: { callbacks: { done: {} } } }))).toEqual([
    "callback-added compatible minor",
  ]);
  expect(found(small({}), small({ document: { webhooks: { done: {} } } }))).toEqual(["webhook-added compatible minor"]);
});
