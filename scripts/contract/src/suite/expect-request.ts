import { at, objectOf, Problem } from "@x/openapi";
import { isDeepStrictEqual } from "node:util";
import { type SpecOperation } from "../spec/spec-operations.ts";
import type { Contract } from "./contract.ts";
import type { RecordedRequest } from "./exchange.ts";
import { expectedPairs, expectedSegment } from "./expected-request.ts";
import { sentMedia, type OperationInput } from "./operation-input.ts";

type Refuse = (why: string) => never;

/**
 * Checks a recorded request against the served spec: that it has everything the spec demands, nothing the spec does not
 * know, and each value in the form the spec gives it.
 *
 * @throws {Problem} saying what differs
 */
export function expectRequest(
  contract: Contract,
  pinned: SpecOperation,
  input: OperationInput,
  requests: readonly RecordedRequest[],
): void {
  const refuse: Refuse = (why) => {
    throw new Problem(`${pinned.key}: ${why}`);
  };
  const [request] = requests;
  if (!request || requests.length > 1) return refuse(`${requests.length} requests were sent`);
  const operation = contract.served.operation(pinned.key) ?? refuse("the served spec does not have it");
  if (request.method !== operation.method) refuse(`the method is ${request.method}`);
  checkDemands(contract, operation, input, refuse);
  checkPath(contract, operation, input, request, refuse);
  checkQuery(contract, operation, input, request, refuse);
  checkHeaders(contract, operation, input, request, refuse);
  checkBody(contract, pinned, operation, input, request, refuse);
}

/** What the spec requires is there, and what is there the spec allows. */
function checkDemands({ served }: Contract, operation: SpecOperation, input: OperationInput, refuse: Refuse): void {
  for (const { name, place, required, schema } of operation.parameters) {
    if (place === "cookie") continue;
    const value = input[place]?.[name];
    if (value === undefined && required) refuse(`the ${place} parameter "${name}" is required`);
    const faults = value === undefined || !schema ? [] : served.faults(schema, value, "request");
    if (faults.length) refuse(`the ${place} parameter "${name}" does not allow ${JSON.stringify(value)}: ${faults[0]}`);
  }
  for (const place of ["path", "query", "header"] as const) {
    for (const name of Object.keys(input[place] ?? {})) {
      const known = operation.parameters.some((parameter) => parameter.place === place && parameter.name === name);
      if (!known) refuse(`there is no ${place} parameter "${name}"`);
    }
  }
}

function checkPath(
  { url }: Contract,
  operation: SpecOperation,
  input: OperationInput,
  request: RecordedRequest,
  refuse: Refuse,
): void {
  const base = new URL(url());
  if (request.url.origin !== base.origin) refuse(`it went to ${request.url.origin}`);
  const expected = operation.path.split("/").map((segment) => {
    let filled = segment;
    for (const parameter of operation.parameters) {
      if (parameter.place !== "path") continue;
      filled = filled.replace(`{${parameter.name}}`, () => expectedSegment(parameter, input.path?.[parameter.name]));
    }
    return filled;
  });
  const sent = request.url.pathname.slice(base.pathname.replace(/\/$/, "").length).split("/").map(decodeURIComponent);
  if (!isDeepStrictEqual(sent, expected)) refuse(`the path is ${request.url.pathname}`);
}

function checkQuery(
  { served }: Contract,
  operation: SpecOperation,
  input: OperationInput,
  request: RecordedRequest,
  refuse: Refuse,
): void {
  const expected = keysInQuery(served.document, operation).filter(([name]) => request.url.searchParams.has(name));
  for (const parameter of operation.parameters) {
    const value = parameter.place === "query" ? input.query?.[parameter.name] : undefined;
    if (value !== undefined) expected.push(...expectedPairs(parameter, value));
  }
  const order = (pairs: Iterable<[string, string]>): string[] =>
    [...pairs].map((pair) => JSON.stringify(pair)).toSorted();
  if (!isDeepStrictEqual(order(request.url.searchParams), order(expected))) {
    refuse(`the query is "${request.url.search}", not ${JSON.stringify(expected)}`);
  }
}

function checkHeaders(
  { served }: Contract,
  operation: SpecOperation,
  input: OperationInput,
  { headers, url }: RecordedRequest,
  refuse: Refuse,
): void {
  for (const { name } of operation.parameters.filter(({ place }) => place === "header")) {
    const value = input.header?.[name];
    const expected = value === undefined ? null : String(value);
    if (headers.get(name) !== expected) refuse(`the header "${name}" is "${headers.get(name)}"`);
  }
  const documented = operation.responses.find(({ key, content }) => key.startsWith("2") && content.length);
  const accepted = (headers.get("accept") ?? "*/*").split(",").map((type) => (type.split(";")[0] as string).trim());
  const offered = documented?.content.map(({ mediaType }) => (mediaType.split(";")[0] as string).trim());
  if (offered && !offered.some((type) => accepted.includes(type) || accepted.includes("*/*") || type.includes("*"))) {
    refuse(`it accepts ${accepted.join(", ")}, but the answer is ${offered.join(" or ")}`);
  }
  const fits = operation.security.some((names) => names.every((name) => carries(served.document, name, headers, url)));
  if (operation.security.length && !fits)
    refuse(`the key is not sent as ${operation.security.flat().join(" or ")} asks`);
}

/** The keys that an operation's security has in the query. */
function keysInQuery(document: object, { security }: SpecOperation): [string, string][] {
  return [...new Set(security.flat())].flatMap((name): [string, string][] => {
    const scheme = objectOf(at(document as never, `/components/securitySchemes/${name}`));
    return scheme["in"] === "query" ? [[String(scheme["name"]), "contract-key"]] : [];
  });
}

function carries(document: object, name: string, headers: Headers, url: URL): boolean {
  const scheme = objectOf(at(document as never, `/components/securitySchemes/${name}`));
  const key = String(scheme["name"]);
  if (scheme["type"] === "apiKey") {
    if (scheme["in"] === "cookie") return (headers.get("cookie") ?? "").split("; ").includes(`${key}=contract-key`);
    return scheme["in"] === "header" ? headers.has(key) : scheme["in"] === "query" && url.searchParams.has(key);
  }
  const kind = scheme["type"] === "http" ? String(scheme["scheme"]).toLowerCase() : "bearer";
  return (headers.get("authorization") ?? "").toLowerCase().startsWith(`${kind} `);
}

function checkBody(
  contract: Contract,
  pinned: SpecOperation,
  operation: SpecOperation,
  input: OperationInput,
  request: RecordedRequest,
  refuse: Refuse,
): void {
  if (input.body === undefined) {
    if (operation.body?.required) refuse("a body is required");
    if (request.body !== undefined && request.body !== null) refuse("a body was sent that nobody gave");
    return;
  }
  const sent = sentMedia(contract, pinned);
  const media = operation.body?.content.find(({ mediaType }) => mediaType === sent?.mediaType);
  if (!media) return refuse(`a body of ${sent?.mediaType} has no place`);
  if (typeof request.body === "string" && request.headers.get("content-type") !== media.mediaType) {
    refuse(`the content type is "${request.headers.get("content-type")}"`);
  }
  if (!media.json) return;
  if (!isDeepStrictEqual(JSON.parse(String(request.body)), input.body)) refuse(`the body is ${String(request.body)}`);
  const faults = media.schema ? contract.served.faults(media.schema, input.body, "request") : [];
  if (faults.length) refuse(`the body does not fit its schema: ${faults.slice(0, 5).join("; ")}`);
}
