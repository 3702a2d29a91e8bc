import { readOpenApi } from "@x/openapi";
import { Spec } from "../spec/spec.ts";
import { validValue } from "./parameter-values.ts";

/** A curl command that a mock of the spec answers: its first GET, with the examples of its path parameters. */
export function sampleRequest(specPath: string, url: string): string | undefined {
  const spec = new Spec(readOpenApi(specPath));
  const operation = spec.operations.find(({ method }) => method === "GET") ?? spec.operations[0];
  if (!operation) return undefined;
  let path = operation.path;
  for (const parameter of operation.parameters) {
    if (parameter.place !== "path") continue;
    path = path.replace(`{${parameter.name}}`, () => encodeURIComponent(String(validValue(spec, parameter))));
  }
  const verb = operation.method === "GET" ? "" : `-X ${operation.method} `;
  return `curl ${verb}'${url}${path}' -H 'Authorization: Bearer test'`;
}
