import type { OperationModel } from "../operations/model.ts";
import { isIdentifier } from "./identifiers.ts";
import { stringLiteral } from "./text.ts";

/** Direct index: costs the type checker a look-up, where inference over all paths costs it thousands. */
export function operationIndex({ path, method }: OperationModel): string {
  return `paths[${stringLiteral(path)}]["${method}"]`;
}

/** A property name, in quotes where it needs them. */
export function quoted(name: string): string {
  return isIdentifier(name) ? name : stringLiteral(name);
}

/** @param lines - made safe */
export function comment(lines: readonly string[], indent: string): string {
  const safe = lines.map((line) => `${indent} * ${line}`.trimEnd());
  if (safe.length === 1) return `${indent}/**${safe[0]?.slice(indent.length + 2)} */`;
  return `${indent}/**\n${safe.join("\n")}\n${indent} */`;
}
