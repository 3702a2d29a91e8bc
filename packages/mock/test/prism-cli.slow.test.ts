import { createRequire } from "node:module";
import { startMock } from "@x/mock";
import { expect, test } from "vitest";
import { Project } from "./project.ts";
import { startScript } from "./x-mock.ts";

// The judge of our bundle is Prism's own command on the same document.
const require = createRequire(import.meta.url);

const DOCUMENT = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
security: [{ key: [] }]
paths:
  /pets/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer, minimum: 1 } }
      - { name: deep, in: query, schema: { type: boolean } }
    get:
      responses:
        '200': { description: It, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
        '404': { description: None, content: { application/problem+json: { schema: { type: object, required: [title], properties: { title: { type: string } } } } } }
    put:
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
      responses:
        '200': { description: It, content: { application/json: { example: { id: 7, name: Rex } } } }
        '204': { description: Nothing }
    delete:
      security: []
      responses: { '204': { description: Gone } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    Pet:
      type: object
      required: [id, name]
      properties: { id: { type: integer }, name: { type: string, maxLength: 5 }, kind: { enum: [cat, dog] } }
`;

const AUTHORIZED = { authorization: "Bearer test-key-of-16-letters" };
const prefer = (value: string) => ({ headers: { ...AUTHORIZED, prefer: value } });
const put = (body: string, type = "application/json") => ({
  method: "PUT",
  headers: { ...AUTHORIZED, "content-type": type },
  body,
});

const REQUESTS: readonly (readonly [string, RequestInit?])[] = [
  ["/pets/7", { headers: AUTHORIZED }],
  ["/pets/7"],
  ["/pets/0", { headers: AUTHORIZED }],
  ["/pets/x", { headers: AUTHORIZED }],
  ["/pets/7?deep=true", { headers: AUTHORIZED }],
  ["/pets/7?deep=7", { headers: AUTHORIZED }],
  ["/pets/7?other=7", { headers: AUTHORIZED }],
  ["/pets/7", prefer("code=404")],
  ["/pets/7", prefer("code=418")],
  ["/pets/7", { headers: { ...AUTHORIZED, accept: "text/csv" } }],
  ["/pets/7", put('{"id":7,"name":"Rex"}')],
  ["/pets/7", put('{"id":7,"name":"Rex","kind":"fish"}')],
  ["/pets/7", put('{"id":7}')],
  ["/pets/7", put("")],
  ["/pets/7", put("id=7", "application/x-www-form-urlencoded")],
  [
    "/pets/7",
    {
      ...put('{"id":7,"name":"Rex"}'),
      headers: { ...AUTHORIZED, "content-type": "application/json", prefer: "code=204" },
    },
  ],
  ["/pets/7", { method: "DELETE" }],
  ["/pets/7", { method: "PATCH", headers: AUTHORIZED }],
  ["/pets", { headers: AUTHORIZED }],
  ["/nothing", { headers: AUTHORIZED }],
];

test("x-mock responds as prism-cli does", async () => {
  using project = new Project();
  const document = project.write("openapi.yaml", DOCUMENT);
  await using mock = await startMock(document);
  const prism = startScript(
    project.folder,
    require.resolve("@stoplight/prism-cli/dist/index.js"),
    "mock",
    "-p",
    "0",
    document,
  );
  const [, cli = ""] = await prism.said(/listening on (http:\S+?)\/?\s/);
  for (const [path, init] of REQUESTS) {
    const [ours, prisms] = await Promise.all([exchange(mock.url, path, init), exchange(cli, path, init)]);
    expect.soft(ours, `${path} ${JSON.stringify(init)}`).toEqual(prisms);
  }
});

/** What came. Why a request is refused, which ours says in words of its own, is left out. */
async function exchange(base: string, path: string, init?: RequestInit) {
  const response = await fetch(base + path, init);
  const { date: _, "content-length": length, ...headers } = Object.fromEntries(response.headers);
  const body = (await response.text()).replaceAll(base, "");
  if (!body.includes('"validation":')) return { status: response.status, headers, length, body };
  return { status: response.status, headers, body: { ...JSON.parse(body), detail: "" } };
}
