import { isObject, methods, resolve, type JsonObject, Problem } from "@x/openapi";
import { serverUrl } from "./base-url.ts";
import { bodyOf, responsesOf } from "./bodies.ts";
import type { OperationModel } from "./model.ts";
import { methodNames } from "./names.ts";
import { parametersOf } from "./parameters.ts";
import { securityOf } from "./security.ts";
import { checkSendable } from "../schema/sendable.ts";

/**
 * All operations of a document, by path and method in the document's order.
 *
 * @param source - the spec's file, for messages
 * @param note - told of each operation that could not have its operationId's name
 * @throws {Problem} for what the client can't do
 */
export function collectOperations(
  document: JsonObject,
  source: string,
  note: (text: string) => void = () => {},
): OperationModel[] {
  const models: Omit<OperationModel, "name">[] = [];
  for (const [path, reference] of Object.entries(document["paths"] as JsonObject)) {
    const pathItem = resolve(document, reference, source);
    if (!isObject(pathItem)) continue;
    for (const method of methods) {
      const operation = pathItem[method];
      if (!isObject(operation)) continue;
      const label = `${method.toUpperCase()} ${path}`;
      const where = `${source}, ${label}`;
      checkServers(document, pathItem, operation, where);
      checkSendable(method, path, operation["requestBody"], where);
      models.push({
        method,
        path,
        label,
        operation,
        parameters: parametersOf(document, path, pathItem, operation, where),
        body: bodyOf(document, operation, where),
        responses: responsesOf(document, method, operation, where),
        security: securityOf(document, operation, where),
      });
    }
  }
  if (!models.length) throw new Problem(`${source} has no operation.`);
  const unnamed = models.map(({ label, method, path, operation: { operationId } }) => {
    return { label, method, path, operationId: typeof operationId === "string" ? operationId : undefined };
  });
  const names = methodNames(unnamed, note);
  return models.map((model) => ({ ...model, name: names.get(model.label) as string }));
}

/** A client has one base URL: an operation that lives elsewhere would be called at the wrong place. */
function checkServers(document: JsonObject, pathItem: JsonObject, operation: JsonObject, where: string): void {
  const own = serverUrl(operation["servers"]) ?? serverUrl(pathItem["servers"]);
  if (own !== undefined && own !== serverUrl(document["servers"])) {
    throw new Problem(`${where} has a server of its own (${own}), which is not supported.`);
  }
}
