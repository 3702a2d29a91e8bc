import { below, isObject, methods, resolve, type JsonObject, Problem } from "@x/openapi";
import type { Skipped } from "../usable/skipped.ts";
import { serverUrl } from "./base-url.ts";
import { bodyOf, responsesOf } from "./bodies.ts";
import type { OperationModel } from "./model.ts";
import { methodNames, type Unnamed } from "./names.ts";
import { parametersOf } from "./parameters.ts";
import { securityOf } from "./security.ts";
import { checkSendable } from "../schema/sendable.ts";

/** The operations of a document. */
export interface Collected {
  readonly operations: readonly OperationModel[];
  /** Those that the client can't do. */
  readonly skipped: readonly Skipped[];
}

/**
 * All operations of a document, by path and method in the document's order.
 *
 * @param source - the spec's file, for messages
 * @param note - told of each operation that could not have its operationId's name
 */
export function collectOperations(
  document: JsonObject,
  source: string,
  note: (text: string) => void = () => {},
): Collected {
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
        models.push(modelOf(document, pathItem, operation, { method, path, label, where }));
      } catch (thrown) {
        if (!(thrown instanceof Problem)) throw thrown;
        const why = thrown.message.replace(where, "").replace(/^[:,]? /, "");
        skipped.push({ operation: label, why, pointer: below("/paths", path, method) });
      }
    }
  }
  const gone = new Set(skipped.map(({ operation }) => operation));
  const names = methodNames(unnamed, (text, label) => gone.has(label) || note(text));
  return { operations: models.map((model) => ({ ...model, name: names.get(model.label) as string })), skipped };
}

interface Place {
  readonly method: string;
  readonly path: string;
  readonly label: string;
  readonly where: string;
}

/** @throws {Problem} for what the client can't do */
function modelOf(
  document: JsonObject,
  pathItem: JsonObject,
  operation: JsonObject,
  { method, path, label, where }: Place,
): Omit<OperationModel, "name"> {
  checkServers(document, pathItem, operation, where);
  checkSendable(method, path, operation["requestBody"], where);
  return {
    method,
    path,
    label,
    operation,
    parameters: parametersOf(document, path, pathItem, operation, where),
    body: bodyOf(document, operation, where),
    responses: responsesOf(document, method, operation, where),
    security: securityOf(document, operation, where),
  };
}

/** A client has one base URL: an operation that lives elsewhere would be called at the wrong place. */
function checkServers(document: JsonObject, pathItem: JsonObject, operation: JsonObject, where: string): void {
  const own = serverUrl(operation["servers"]) ?? serverUrl(pathItem["servers"]);
  if (own !== undefined && own !== serverUrl(document["servers"])) {
    throw new Problem(`${where} has a server of its own (${own}), which is not supported.`);
  }
}
