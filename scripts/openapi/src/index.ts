export { firstDifference } from "./equal.ts";
export { readIfThere } from "./files.ts";
export {
  at,
  isObject,
  methods,
  parseOpenApi,
  pointerSegment,
  resolve,
  unescapeSegment,
  type Json,
  type JsonObject,
  type Method,
} from "./openapi.ts";
export {
  byPathAndMethod,
  operationId,
  operationsOf,
  pathItem,
  reliesOnRoot,
  tagsByName,
  type Operation,
} from "./operations.ts";
export { messageOf, Problem } from "./problem.ts";
export { reach } from "./reach.ts";
export { danglingOf, keepComponents, slice } from "./slice.ts";
export { canonicalYaml, parseYaml } from "./yaml.ts";
