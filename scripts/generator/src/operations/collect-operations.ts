import { below, isObject, methods, resolve, type JsonObject, Problem, versionOf } from "@x/openapi";
import type { Skipped } from "../usable/skipped.ts";
import { ownServerOf, serversOf, type Servers } from "./base-url.ts";
import { bodyOf } from "./bodies.ts";
import type { OperationModel, ParameterModel } from "./model.ts";
import { methodNames, type Unnamed } from "./names.ts";
import { parametersOf } from "./parameters.ts";
import { responsesOf } from "./responses.ts";
import { schemeOf, securityOf, type Security } from "./security.ts";
import { checkSendable } from "../schema/sendable.ts";

/** The operations of a document. */
export interface Collected {
  readonly servers: Servers;
  readonly operations: readonly OperationModel[];
  /** Those that the client can't do. */
  readonly skipped: readonly Skipped[];
}

/**
 * All operations of a document, by path and method in the document's order.
 *
 * @param source - the spec's file, for messages
 * @param note - told of each operation that could not have its operationId's name
 * @param base - where the API is, for a document that does not say it
 * @throws {Problem} when the document names no server that can be called
 */
export function collectOperations(
  document: JsonObject,
  source: string,
  note: (text: string) => void = () => {},
  base?: string,
): Collected {
  const servers = serversOf(document, source, base);
  const models: Omit<OperationModel, "name">[] = [];
  const skipped: Skipped[] = [];
  const unnamed: Unnamed[] = [];
  for (const [path, reference] of Object.entries(document["paths"] as JsonObject)) {
    const pathItem = resolve(document, reference, source);
    if (!isObject(pathItem)) continue;
    for (const method of methods) {
      const operation = pathItem[method];
      if (!isObject(operation)) continue;
      const label = `${method.toUpperCase()} ${path}`;
      const { operationId } = operation;
      // One that is skipped today has its name all the same: to learn how to do it renames no other.
      unnamed.push({ label, method, path, operationId: typeof operationId === "string" ? operationId : undefined });
      const where = `${source}, ${label}`;
      try {
        models.push(modelOf(document, pathItem, operation, { method, path, label, where, servers, base }));
      } catch (thrown) {
        if (!(thrown instanceof Problem)) throw thrown;
        const why = thrown.message.replace(where, "").replace(/^[:,]? /, "");
        skipped.push({ operation: label, why, pointer: below("/paths", path, method) });
      }
    }
  }
  const gone = new Set(skipped.map(({ operation }) => operation));
  const names = methodNames(unnamed, (text, label) => gone.has(label) || note(text));
  const operations = models.map((model) => ({ ...model, name: names.get(model.label) as string }));
  return { servers, operations, skipped };
}

interface Place {
  readonly method: string;
  readonly path: string;
  readonly label: string;
  readonly where: string;
  readonly servers: Servers;
  readonly base: string | undefined;
}

/** @throws {Problem} for what the client can't do */
function modelOf(
  document: JsonObject,
  pathItem: JsonObject,
  operation: JsonObject,
  { method, path, label, where, servers, base }: Place,
): Omit<OperationModel, "name"> {
  checkSendable(method, path, where);
  const security = securityOf(document, operation, where);
  const parameters = parametersOf(document, path, pathItem, operation, where);
  return {
    method,
    path,
    label,
    operation,
    parameters: withoutKeys(document, parameters, security),
    body: takesBody(document, method) ? bodyOf(document, operation, where) : undefined,
    responses: responsesOf(document, method, operation, where),
    security,
    server: ownServerOf(servers, [operation, pathItem], where, base),
  };
}

/** OpenAPI 3.0 says to ignore the body of a GET, HEAD or DELETE; of the last, vendors mean it. */
function takesBody(document: JsonObject, method: string): boolean {
  return !/^(get|head)$/.test(method) || versionOf(document) === "3.1";
}

/** A header that a credential goes in is no parameter beside: it would be given twice. */
function withoutKeys(
  document: JsonObject,
  parameters: readonly ParameterModel[],
  security: Security,
): readonly ParameterModel[] {
  const schemes = security.flat().map((name) => schemeOf(document, name, ""));
  const headers = new Set(
    schemes.flatMap((scheme) => (typeof scheme === "object" && scheme.in === "header" ? scheme.name : [])),
  );
  return parameters.filter(({ place, name }) => place !== "header" || !headers.has(name.toLowerCase()));
}
