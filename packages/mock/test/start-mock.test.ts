import { execFileSync } from "node:child_process";
import { startMock } from "@x/mock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PETS, Project } from "./project.ts";

let project: Project;

beforeAll(() => {
  project = new Project();
  project.install("@made-up/pets");
});
afterAll(() => project[Symbol.dispose]());

test("serves a package's document under its base path, until it is closed", async () => {
  const mock = await startMock("@made-up/pets", { from: project.folder });
  const { origin, pathname } = new URL(mock.url);
  expect(pathname).toBe("/v3");
  const response = await fetch(`${mock.url}/pet`);
  expect([response.status, await response.json()]).toEqual([200, { id: 7 }]);
  expect((await fetch(`${origin}/pet`)).status).toBe(404);
  await mock.close();
  await mock.close();
  await expect(fetch(`${mock.url}/pet`)).rejects.toThrow("fetch failed");
});

test("serves a document of several files, by its path", async () => {
  project.write("folder/pet.yaml", "get: { responses: { '204': { description: Gone } } }");
  project.write("folder/api.yaml", "openapi: 3.0.3\ninfo: {}\npaths: { /pet: { $ref: ./pet.yaml } }");
  await using mock = await startMock("folder/api.yaml", { from: project.folder });
  expect((await fetch(`${mock.url}/pet`)).status).toBe(204);
});

test("a body that is no JSON gets a response", async () => {
  const path = project.write(
    "post.yaml",
    PETS.replace("get:", "post:\n      requestBody: { content: { application/json: {} } }"),
  );
  await using mock = await startMock(path);
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${mock.url}/pet`, { method: "POST", headers, body: '{"id":' });
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("JSON")]);
});

test("an edit of the document changes nothing until the next start", async () => {
  const path = project.write("edited.yaml", PETS);
  await using mock = await startMock(path);
  project.write("edited.yaml", PETS.replaceAll("/v3", "/v4").replace("id: 7", "id: 8"));
  await using next = await startMock(path);
  expect(await (await fetch(`${next.url}/pet`)).json()).toEqual({ id: 8 });
  expect(await (await fetch(`${mock.url}/pet`)).json()).toEqual({ id: 7 });
});

test("says that the port is taken, and leaves whoever has it alone", async () => {
  const path = project.write("port.yaml", PETS);
  await using first = await startMock(path);
  const port = Number(new URL(first.url).port);
  await expect(startMock(path, { port })).rejects.toThrow(
    `Port ${port} is taken by another program. End that one, or give another port.`,
  );
  expect((await fetch(`${first.url}/pet`)).status).toBe(200);
});

test.each([
  ["is not there", undefined, /^There is no file .*spec\.yaml\.$/],
  ["does not parse", "paths: {", /spec\.yaml can't be read: .*end of the stream/],
  ["is no object", "- 1", /spec\.yaml does not hold an OpenAPI document/],
  ["is Swagger", "swagger: '2.0'\npaths: {}", /spec\.yaml#\/openapi is undefined; OpenAPI 3\.0 and 3\.1 are supported/],
  ["has no paths", "openapi: 3.1.0", /spec\.yaml has no "paths" object/],
  [
    "has no operations",
    "openapi: 3.1.0\ninfo: {}\npaths: {}",
    /^Prism can't load .*spec\.yaml: It has no operations\.$/,
  ],
  ["refers to nowhere", PETS.replace("{ id: 7 }", "{ $ref: '#/no' }"), /^Prism can't load .*spec\.yaml: .*"no"/],
  ["refers to no file", PETS.replace("{ id: 7 }", "{ $ref: no.yaml }"), /^Prism can't load .*spec\.yaml: .*no\.yaml/],
])("names a document that %s", async (_, text, message) => {
  using empty = new Project();
  if (text !== undefined) empty.write("spec.yaml", text);
  await expect(startMock("./spec.yaml", { from: empty.folder })).rejects.toThrow(message);
});

test("names a package that is not there, or brings no document", async () => {
  const { folder: from } = project;
  const missing = `There is no package "@made-up/missing" to be found from ${from}. Install it there, or check its name.`;
  await expect(startMock("@made-up/missing", { from })).rejects.toThrow(missing);
  project.install("@made-up/bare", { document: undefined });
  await expect(startMock("@made-up/bare", { from })).rejects.toThrow("@made-up/bare has no document");
  project.write("node_modules/bare/package.json", JSON.stringify({ name: "bare", exports: { ".": "./index.js" } }));
  await expect(startMock("bare", { from })).rejects.toThrow("bare has no document");
});

test.each([
  [{ dynamc: true }, 'startMock: option "dynamc" is not known (known: port, dynamic, seed, upstream, from).'],
  [{ port: -1 }, "The port is -1; it must be a whole number from 0 to 65535."],
  [{ port: 1.5 }, "The port is 1.5; it"],
  [{ upstream: "localhost" }, "upstream is no http or https URL."],
  [{ upstream: "file:///etc" }, "upstream is no http or https URL."],
])("refuses %j", async (options: object, message) => {
  await expect(startMock(project.write("options.yaml", PETS), options)).rejects.toThrow(message);
});

const HARD = {
  openapi: "3.1.0",
  info: {},
  paths: {
    "/list/{ids}": {
      get: {
        parameters: [{ name: "ids", in: "path", required: true, schema: { type: "array", items: { type: "string" } } }],
        responses: { 200: { description: "" } },
      },
    },
    "/word": {
      get: {
        parameters: [{ name: "word", in: "query", schema: { type: "string", pattern: "^(a+)+$" } }],
        responses: {
          200: { description: "", content: { "application/json": { schema: { type: "string", minLength: 20 } } } },
        },
      },
    },
  },
};

test("a request that Prism fails on gets a response that says so, and the mock goes on", async () => {
  await using mock = await startMock(HARD);
  const response = await fetch(`${mock.url}/list/a,b`);
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ title: "Prism failed on this request" });
  expect((await fetch(`${mock.url}/word`)).status).toBe(200);
});

test("a request that breaks the document is told how", async () => {
  const document = PETS.replace(
    "get:",
    "get:\n      parameters: [{ name: size, in: query, required: true, schema: {} }]",
  );
  await using mock = await startMock(project.write("strict.yaml", document));
  expect(await (await fetch(`${mock.url}/pet`)).json()).toMatchObject({
    status: 422,
    detail: "Request query must have required property 'size'",
  });
});

test("what is made up is the same for the same seed, and for no other", async () => {
  const words: unknown[] = [];
  for (const seed of [1, undefined, 1, undefined, 2]) {
    await using mock = await startMock(HARD, { dynamic: true, seed });
    words.push(await (await fetch(`${mock.url}/word`)).json());
  }
  expect(words[2]).toBe(words[0]);
  expect(new Set(words).size).toBe(4);
});

test("require and import give the same functions and errors", () => {
  const script = `import("@x/mock").then(({ MockError, startMock }) => {
    const required = require("@x/mock");
    console.log(Object.keys(required), MockError === required.MockError, startMock === required.startMock);
  });`;
  const printed = execFileSync(process.execPath, ["--eval", script], { cwd: import.meta.dirname, encoding: "utf8" });
  expect(printed).toBe("[ 'MockError', 'startMock' ] true true\n");
});
