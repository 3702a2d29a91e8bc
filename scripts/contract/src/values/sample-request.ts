import { readOpenApi } from "@x/openapi";
import { Spec } from "../spec/spec.ts";
import { shellWord } from "./shell-word.ts";
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
  // As a client would send it: blanks, quotes of the other kind and what is not ASCII are percent-encoded.
  const target = new URL(`${url}${path}`).href;
  return `curl ${verb}${shellWord(target)} -H 'Authorization: Bearer test'`;
}
