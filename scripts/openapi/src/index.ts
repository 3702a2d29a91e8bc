export { firstDifference } from "./equal.ts";
export { readIfThere } from "./files.ts";
export { isObject, objectOf, ownOf, type Json, type JsonObject } from "./json.ts";
export { messageOf, Problem } from "./problem.ts";
export { danglingOf, keepComponents, slice, usedByOperations } from "./slice.ts";
export { follow, locate, referenceIn, resolve, type Broken, type Followed, type Written } from "./places/follow.ts";
export {
  byPathAndMethod,
  methods,
  operationId,
  operationsOf,
  pathItem,
  reliesOnRoot,
  tagsByName,
  type Method,
  type Operation,
} from "./places/operations.ts";
export { at, below, keysOf, pointerSegment, removeAt } from "./places/pointer.ts";
export { reach } from "./places/reach.ts";
export { fieldsOf, membersOf, type Role } from "./places/grammar.ts";
export { refuseUnsafe, unsafeKeys, withoutExternalValues } from "./places/unsafe.ts";
export { mapSubschemas, roleAt, walk, type Place, type Start, type WalkOptions } from "./places/walk.ts";
export { decodeText } from "./read/decode-text.ts";
export { positionOf, roundedIntegers, type Position, type RoundedInteger } from "./read/positions.ts";
export { parseOpenApi, readOpenApi } from "./read/read-document.ts";
export { versionOf, type Version } from "./read/version.ts";
export { canonicalYaml, parseYaml } from "./read/yaml.ts";
export { htmlText, markdownCode, markdownText } from "./text/markdown.ts";
export { documentPattern, type Pattern } from "./text/pattern.ts";
export { withoutEndSlashes } from "./text/slashes.ts";
export { printable } from "./text/printable.ts";
export { terminalText } from "./text/terminal.ts";
