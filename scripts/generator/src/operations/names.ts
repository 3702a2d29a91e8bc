import { identifierWords, isIdentifier } from "../render/identifiers.ts";

/** Names that a client has already, or that JavaScript gives a meaning of its own. */
const RESERVED = new Set(["then", "catch", "toJSON", ...Object.getOwnPropertyNames(Object.prototype)]);

/**
 * Method name of an operation: its operationId in camel case, else made of HTTP method and path
 * (`GET /rooms/{id}` → `getRoomsById`).
 */
export function methodName(method: string, path: string, operationId: string | undefined): string {
  const source = operationId?.trim() ? operationId : `${method} ${path.replaceAll(/\{([^{}]*)\}/g, " by $1 ")}`;
  const words = identifierWords(source, "_$");
  const name = words.map((word, index) => (index ? capitalized(word) : uncapitalized(word))).join("");
  return isIdentifier(name) ? name : `${method}${capitalized(name)}`;
}

/** Error classes that every vendor package exports: an operation's own types have other names. */
const ERROR_CLASSES = /^(Abort|Api|Config|Connection|Response|Sdk|Timeout)$/;

/** What the names of an operation's types begin with: `viewRoomSession` → `ViewRoomSession`. */
export function typeName(method: string): string {
  const name = capitalized(method);
  return ERROR_CLASSES.test(name) ? `${name}Operation` : name;
}

/** `viewRoomSession` → `ViewRoomSession`. */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `ViewRoom` → `viewRoom`, `URLGet` → `urlGet`, `API` → `api`. */
function uncapitalized(word: string): string {
  return word.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll}|$|\P{L})|^\p{Lu}/u, (start) => start.toLowerCase());
}

/** An operation that wants a name. */
export interface Unnamed {
  /** `GET /rooms`, for notes. */
  readonly label: string;
  readonly method: string;
  readonly path: string;
  readonly operationId: string | undefined;
}

/**
 * Method names, by label. Each operation has the name of its operationId. Of two with one name, the path that sorts first
 * keeps it; the other, and one whose name is reserved, is named by method and path. So an operation that is added takes
 * the name of no other, unless it has the same operationId and sorts first.
 *
 * @param operations - by path and method, in order
 * @param note - told of each operation that could not have its operationId's name
 */
export function methodNames(
  operations: readonly Unnamed[],
  note: (text: string, label: string) => void,
): Map<string, string> {
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  const give = ({ label }: Unnamed, name: string): boolean => {
    const type = typeName(name);
    if (RESERVED.has(name) || owners.has(type)) return false;
    names.set(label, name);
    owners.set(type, label);
    return true;
  };
  const wanted = ({ method, path, operationId }: Unnamed): string => methodName(method, path, operationId);
  const others = operations.filter((operation) => !give(operation, wanted(operation)));
  for (const operation of others) {
    const byPath = methodName(operation.method, operation.path, undefined);
    for (let count = 1; !names.has(operation.label); count += 1) give(operation, count > 1 ? byPath + count : byPath);
    const owner = owners.get(typeName(wanted(operation)));
    const why = owner ? `${owner} has that name` : "that name is reserved";
    note(
      `${operation.label} is called ${names.get(operation.label)}, not ${wanted(operation)}: ${why}.`,
      operation.label,
    );
  }
  return names;
}
