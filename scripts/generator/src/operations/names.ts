import { Problem } from "@x/openapi";

/** Names that a client has already, or that JavaScript gives a meaning of its own. */
const RESERVED = new Set(["http", "then", "catch", "toJSON", ...Object.getOwnPropertyNames(Object.prototype)]);

/**
 * Method name of an operation: its operationId in camel case, else made of HTTP method and path
 * (`GET /rooms/{id}` → `getRoomsById`).
 */
export function methodName(method: string, path: string, operationId: string | undefined): string {
  const source = operationId?.trim() ? operationId : `${method} ${path.replaceAll(/\{([^}]*)\}/g, " by $1 ")}`;
  const words = source.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const name = words.map((word, index) => (index ? capitalized(word) : uncapitalized(word))).join("");
  return /^\p{L}/u.test(name) ? name : `${method}${capitalized(name)}`;
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

/**
 * Refuses names that can't stand beside each other, or beside the client's own members.
 *
 * @param names - by `GET /path`
 * @throws {Problem} naming both
 */
export function checkNames(names: ReadonlyMap<string, string>, source: string): void {
  const taken = new Map<string, string>();
  for (const [operation, name] of names) {
    if (RESERVED.has(name)) {
      throw new Problem(
        `${source}: ${operation} would become the method "${name}", a name that the client reserves. Give it another operationId.`,
      );
    }
    const other = taken.get(typeName(name));
    if (other) {
      const what = names.get(other) === name ? `method "${name}"` : `type "${typeName(name)}"`;
      throw new Problem(
        `${source}: ${other} and ${operation} would both become the ${what}. Give one of them another operationId.`,
      );
    }
    taken.set(typeName(name), operation);
  }
}
