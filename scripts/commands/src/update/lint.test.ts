import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { root } from "../workspace/files.ts";
import { workspaceOf } from "../testing/workspace.ts";
import { lint } from "./lint.ts";

/** Stands for whatever a document names: it keeps what it was asked. */
let server: Server;
let asked: (string | undefined)[] = [];
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(200, { "content-type": "application/json" }).end('{"type": "object"}');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => (asked = []));
afterAll(() => void server.close());

/** Lints a document with something of each kind in it that has an address. */
function lintWith(more: object, schema: object = {}, response: object = {}): Promise<number> {
  const content = { "application/json": { schema: { type: "object", ...schema } } };
  const responses = { 200: { description: "OK", content, ...response }, 400: { description: "Wrong" } };
  const document = {
    openapi: "3.1.0",
    info: { title: "a", version: "1", termsOfService: `${url}/tos`, license: { name: "x", url: `${url}/license` } },
    externalDocs: { url: `${url}/docs` },
    servers: [{ url: "https://a.test" }],
    security: [{ key: [] }],
    tags: [{ name: "a", externalDocs: { url: `${url}/tag` } }],
    paths: { "/a": { get: { operationId: "a", summary: "a", tags: ["a"], responses } } },
    components: { securitySchemes: { key: { type: "openIdConnect", openIdConnectUrl: `${url}/oidc` } } },
    ...more,
  };
  const folder = workspaceOf({
    "redocly.yaml": readFileSync(join(root, "redocly.yaml"), "utf8"),
    "specs/a.yaml": JSON.stringify(document),
    "outside.json": '{"type": "object"}',
  });
  return lint(folder, join(folder, "specs/a.yaml"), "specs/a.yaml");
}

test("addresses that a document has to hold are not asked", async () => {
  const examples = { e: { externalValue: `${url}/external` } };
  const content = { "application/json": { schema: { $id: `${url}/id`, $schema: `${url}/schema` }, examples } };
  const links = { l: { operationRef: `${url}/link` } };
  await expect(lintWith({ jsonSchemaDialect: `${url}/dialect` }, {}, { content, links })).resolves.toBeTypeOf("number");
  expect(asked).toEqual([]);
});

const at200 = "/paths/~1a/get/responses/200";
test.each<[where: string, more: () => Parameters<typeof lintWith>]>([
  [`${at200}/content/application~1json/schema/$ref`, () => [{}, { $ref: `${url}/a` }]],
  [`${at200}/content/application~1json/schema/$ref`, () => [{}, { $ref: "../outside.json" }]],
  [`${at200}/content/application~1json/schema/$ref`, () => [{}, { $ref: "file:///etc/passwd" }]],
  [`${at200}/content/application~1json/schema/example/$ref`, () => [{}, { example: { $ref: `${url}/example` } }]],
  [`${at200}/x-note/0/$ref`, () => [{}, {}, { "x-note": [{ $ref: `${url}/extension` }] }]],
  ["/x-webhooks/$ref", () => [{ "x-webhooks": { $ref: `${url}/root` } }]],
  [
    `${at200}/content/application~1json/schema/discriminator/mapping/a`,
    () => [{}, { oneOf: [], discriminator: { propertyName: "a", mapping: { a: `${url}/mapping` } } }],
  ],
])("a document that leads elsewhere at %s is refused before the linter sees it", async (where, more) => {
  const refused = await lintWith(...more()).catch((thrown: Error) => thrown.message);
  expect(refused).toMatch(/^specs\/a\.yaml#.*: the reference ".*" leaves the document\.$/);
  expect(refused).toContain(`specs/a.yaml#${where}: `);
  expect(asked).toEqual([]);
});

test("a fault of a foreign document stops nothing: what can't be made of it is left out by the generator", async () => {
  const responses = {
    200: { description: "", content: { "application/json": { schema: { $ref: "#/components/schemas/Gone" } } } },
  };
  const operation = { operationId: "same", responses };
  const paths = { "/a": { get: operation }, "/b": { get: operation }, "": { get: operation } };
  const components = { schemas: { "m²": { type: "string" } } };
  for (const servers of [[], [{ url: "https://{x}.a.test" }]])
    await expect(lintWith({ servers, paths, components, security: [{ nope: [] }] })).resolves.toBeGreaterThan(5);
});
