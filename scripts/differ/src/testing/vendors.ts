import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type JsonObject, parseOpenApi } from "@x/openapi";
import { compareByRule } from "../diff.ts";
import { judgeCode, type JudgedCode, type Pair } from "../sdk/judge-code.ts";
import { set } from "./edit.ts";

/** Where a vendor's document has what the mutations change. All are JSON pointers. */
export interface Vendor {
  name: string;
  path: string;
  operation: string;
  operationId: string;
  success: string;
  error: string;
  /** The schema of the success body. */
  body: string;
  /** A component that responses use, one of its optional properties and one of an object with a required property. */
  component: string;
  optional: string;
  required: string;
  /** The `required` list that names the required property. */
  requiredList: string;
  query: string;
  stringParameter: string;
  security: string;
  scheme: string;
}

const shelvesOperation = "/paths/~1shelves~1{shelf_id}~1books/get";
const loansOperation = "/paths/~1loans~1{loan_id}/get";

const vendors: readonly Vendor[] = [
  {
    name: "shelves",
    path: "/paths/~1shelves~1{shelf_id}~1books",
    operation: shelvesOperation,
    operationId: "ListBooks",
    success: `${shelvesOperation}/responses/200`,
    error: `${shelvesOperation}/responses/400`,
    body: `${shelvesOperation}/responses/200/content/application~1json/schema`,
    component: "/components/schemas/Book",
    optional: "/components/schemas/Book/properties/reader_id",
    required: "/components/schemas/Book/properties/isbn",
    requiredList: "/components/schemas/Book/required",
    query: `${shelvesOperation}/parameters/1`,
    stringParameter: `${shelvesOperation}/parameters/0`,
    security: `${shelvesOperation}/security`,
    scheme: "/components/securitySchemes/KeyAuth",
  },
  {
    name: "loans",
    path: "/paths/~1loans~1{loan_id}",
    operation: loansOperation,
    operationId: "ViewLoan",
    success: "/components/responses/LoanResponse",
    error: `${loansOperation}/responses/404`,
    body: "/components/responses/LoanResponse/content/application~1json/schema",
    component: "/components/schemas/Reader",
    optional: "/components/schemas/Reader/properties/context",
    required: "/components/schemas/a_Problem/properties/title",
    requiredList: "/components/schemas/a_Problem/required",
    query: `${loansOperation}/parameters/1`,
    stringParameter: `${loansOperation}/parameters/0`,
    security: "/security",
    scheme: "/components/securitySchemes/bearerAuth",
  },
];

export type Edit = (document: JsonObject, vendor: Vendor) => void;

/** One change of a spec and the only verdict that is right for it. */
export interface Mutation {
  name: string;
  /** Made to both sides, where the vendors' documents lack what is to change. */
  given?: Edit;
  edit: Edit;
  /** `id wire sdk`; empty where there is nothing to report. */
  expected: string;
  where?: (vendor: Vendor) => string;
}

/** Made-up documents, of 3.0 and of 3.1: the mutations name places in them. */
const fixtures = join(import.meta.dirname, "../fixtures");

/** A made-up vendor's document, parsed anew: edits of it stay with the test. */
export function readVendor(name: string): JsonObject {
  const file = `${name}.yaml`;
  return parseOpenApi(readFileSync(join(fixtures, file), "utf8"), file);
}

/** An operation that sends a body, which neither document has. */
export const withBody: Edit = (document, { path }) => {
  const schema = {
    type: "object",
    required: ["name"],
    properties: { name: { type: "string" }, note: { type: "string" }, kind: { type: "string", enum: ["a", "b"] } },
  };
  const requestBody = { content: { "application/json": { schema } } };
  set(document, `${path}/post`, { operationId: "Send", requestBody, responses: { 204: { description: "Done" } } });
};

/** The pointer of a property of the body that `withBody` adds. */
export function bodyProperty(vendor: Vendor, name: string): string {
  return `${bodySchema(vendor)}/properties/${name}`;
}

/** The pointer of the schema of the body that `withBody` adds. */
export function bodySchema({ path }: Vendor): string {
  return `${path}/post/requestBody/content/application~1json/schema`;
}

type Groups = { readonly [title: string]: readonly Mutation[] };

/** Each mutation of a vendor's document, with both sides and what the rules find. */
function casesOf(vendor: Vendor, groups: Groups): (Mutation & { title: string; pair: Pair })[] {
  const cases = Object.entries(groups).flatMap(([title, mutations]) => mutations.map((each) => ({ ...each, title })));
  return cases.map((each) => {
    const old = readVendor(vendor.name);
    each.given?.(old, vendor);
    const next = structuredClone(old);
    each.edit(next, vendor);
    const { changes } = compareByRule(old, next);
    return { ...each, pair: { old, next, names: { old: "old", next: "new" }, changes } };
  });
}

/** Tries each mutation on a vendor's document: what changes on the wire must be found, judged and placed right. */
export function testWire(name: string, groups: Groups): void {
  const vendor = vendors.find((each) => each.name === name) as Vendor;
  test.each(casesOf(vendor, groups))("$title: $name", ({ expected, where, pair }) => {
    const [id, wire] = expected.split(" ");
    const found = pair.changes.map((change) => [change.id, change.wire, change.where]);
    expect(found).toEqual(expected === "" || id === "types-changed" ? [] : [[id, wire, where?.(vendor)]]);
  });
}

/**
 * Tries each mutation on a vendor's document: the change must be found, judged and placed right, and be the only one. The code of
 * all is judged in one call of the compiler.
 */
export function testMutations(name: string, groups: Groups): void {
  const vendor = vendors.find((each) => each.name === name) as Vendor;
  const cases = casesOf(vendor, groups);
  let judged: readonly JudgedCode[] = [];
  beforeAll(async () => {
    judged = await judgeCode(cases.map(({ pair }) => pair));
  });

  test.each(cases.map((each, index) => ({ ...each, index })))("$title: $name", ({ expected, where, index }) => {
    const { changes = [], notes } = judged[index] ?? {};
    const found = changes.map(({ id, wire, sdk, where: place }) => [`${id} ${wire} ${sdk}`, place]);
    expect(notes).toEqual([]);
    expect(found).toEqual(expected === "" ? [] : [[expected, where?.(vendor)]]);
  });
}
