import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  createClient,
  bodyInput,
  requestBody,
  schemeCredentials,
  styledParameter,
  type ApiDefinition,
  type BodyKind,
  type OperationDefinition,
  type ParameterKind,
} from "@x/client";
import { expect, test } from "vitest";
import { startMock } from "@x/mock";
import {
  flatten,
  typesOf,
  Spec,
  isJson,
  type SpecOperation,
  type Contract,
  type ContractVendor,
  Coverage,
  root,
  contractCases,
  exampleCases,
  forPrism,
} from "@x/contract";
import { at, readOpenApi, type JsonObject } from "@x/openapi";

const ENVIRONMENT = { apiKey: "EVERYTHING_KEY", baseUrl: "EVERYTHING_BASE_URL" };
const document = readOpenApi(join(import.meta.dirname, "../../../contract/src/fixtures/everything-3.1.yaml"));
const pinned = new Spec(document);
const vendor = vendorOf(pinned);

test("a spec with much of what OpenAPI has passes, and every documented response is exercised", async () => {
  await using mock = await startMock(forPrism(new Spec(document)));
  const contract = contractWith(document, mock.url);
  expect(contract.coverage.missing()).toHaveLength(pinned.operations.flatMap(({ responses }) => responses).length);
  expect(await failures(contract)).toEqual([]);
  expect(contract.coverage.missing()).toEqual([]);
});

test("what a vendor changes shows, where it was changed", async () => {
  const changed = structuredClone(document);
  const { Dog, Problem } = (changed["components"] as { schemas: Record<string, { properties: JsonObject }> }).schemas;
  Object.assign(Dog?.properties ?? {}, { breed: { type: "string", enum: ["mutt", "poodle", "wolf"] } });
  Object.assign(Problem?.properties ?? {}, { title: { type: "integer" } });
  await using mock = await startMock(forPrism(new Spec(changed)));
  const failed = await failures(contractWith(changed, mock.url));
  expect(failed.filter((line) => line.includes("equal to one of the allowed values")).length).toBeGreaterThan(0);
  expect(failed.filter((line) => line.includes("/title must be string")).length).toBeGreaterThan(0);
  for (const line of failed) expect(line).toMatch(/wolf|allowed values|\/title must be string|oneOf|#\/comp/);
});

test("an example that its schema refuses fails, unless the package was made in spite of it", async () => {
  const faulty = structuredClone(document);
  const path = "/components/schemas/Dog/properties/breed";
  Object.assign(at(faulty, path) as JsonObject, { example: "wolf" });
  const examplesWith = (from: JsonObject, to: JsonObject): Promise<string[]> => {
    const contract = { ...contractWith(to, ""), pinned: new Spec(from) };
    return failures(contract, exampleCases(contract));
  };
  expect(await examplesWith(document, document)).toEqual([]);
  expect(await examplesWith(document, faulty)).toEqual([
    expect.stringContaining(`#${path}/example: / must be equal to one of`),
  ]);
  expect(await examplesWith(faulty, faulty)).toEqual([]);
  expect(await examplesWith(faulty, document)).toEqual([]);
});

test("every vendor in specs/ has contract tests", () => {
  const names = readdirSync(join(root, "specs")).filter((name) => name.endsWith(".yaml"));
  const untested = names.filter((name) => {
    const path = join(root, "packages", name.slice(0, -".yaml".length), "test/contract.test.ts");
    return !existsSync(path) || !readFileSync(path, "utf8").includes("describeContract(");
  });
  expect(untested).toEqual([]);
});

function contractWith(served: JsonObject, url: string): Contract {
  return { vendor, pinned, served: new Spec(served), url: () => url, coverage: new Coverage(vendor.name, pinned) };
}

async function failures(contract: Contract, cases = contractCases(contract)): Promise<string[]> {
  const found: string[] = [];
  for (const { layer, name, run } of cases) {
    try {
      await run();
    } catch (thrown) {
      found.push(`${layer}, ${name}: ${(thrown as Error).message}`);
    }
  }
  return found;
}

/** What the generator would make of the fixture, as far as the cases need it. */
function vendorOf(spec: Spec): ContractVendor {
  const operations = Object.fromEntries(
    spec.operations.map((operation, index) => [`call${index}`, entryOf(spec, operation)]),
  );
  const serializers = { parameter: styledParameter, input: bodyInput, finish: requestBody };
  const api: ApiDefinition = {
    baseUrl: "https://api.example.com/v1",
    setUp: schemeCredentials,
    schemes: { key: { in: "header", name: "x-api-key" } },
    primary: "key",
    serializers,
    operations,
  };
  return { name: "everything", api, create: (options) => createClient(api, ENVIRONMENT, options) };
}

function entryOf(spec: Spec, operation: SpecOperation): ApiDefinition["operations"][string] {
  const places: Record<string, Record<string, object>> = {};
  for (const { name, place, required, schema = "", style, explode } of operation.parameters) {
    const type = kindOf(spec, schema);
    const items = type === "array" && { items: kindOf(spec, `${schema}/items`) };
    const definition = { type, style, explode, ...items, ...(required && place !== "path" && { required: true }) };
    places[place] = { ...places[place], [name]: definition };
  }
  const success = operation.responses.find(({ status, content }) => status < 300 && content.length)?.content[0];
  return {
    method: operation.method as "GET",
    path: operation.path,
    parameters: places,
    ...(operation.body && { body: bodyOf(operation.body.content[0]?.mediaType ?? "") }),
    ...(operation.body?.required && { bodyRequired: true }),
    ...(success && { accept: success.mediaType }),
    responses: Object.fromEntries(
      operation.responses.map(({ key, content }) => [key, bodyKind(content[0]?.mediaType)]),
    ),
    errorKeys: Object.fromEntries(
      operation.responses
        .filter(({ status }) => status >= 400)
        .map(({ key, content }) => [key, requiredBy(spec, content[0]?.schema)]),
    ),
    security: operation.security.length > 0 ? [["key"]] : [],
  };
}

function bodyOf(mediaType: string): NonNullable<OperationDefinition["body"]> {
  if (isJson(mediaType)) return mediaType;
  return { [mediaType]: mediaType.startsWith("multipart/") ? "multipart" : "urlencoded" };
}

function requiredBy(spec: Spec, schema: string | undefined): string[] {
  return schema === undefined ? [] : [...flatten(spec.jsonSchema.response, schema).required];
}

function bodyKind(mediaType: string | undefined): BodyKind {
  if (mediaType === undefined) return "none";
  return isJson(mediaType) ? "object" : mediaType.startsWith("text/") ? "text" : "binary";
}

function kindOf(spec: Spec, schema: string): ParameterKind {
  const flat = flatten(spec.document, schema);
  return flat.keywords["format"] === "date-time" ? "date-time" : (typesOf(flat)[0] as ParameterKind);
}
