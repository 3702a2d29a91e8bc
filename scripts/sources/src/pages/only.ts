import { methods, Problem } from "@x/openapi";

/**
 * Whether an operation is wanted. A filter is a prefix of paths (`/room`), or one operation (`GET /rooms/{room_id}`);
 * no filter wants all.
 */
export function matches(only: readonly string[], method: string, path: string): boolean {
  if (only.length === 0) return true;
  return only.some((filter) =>
    filter.startsWith("/") ? path.startsWith(filter) : filter === `${method.toUpperCase()} ${path}`,
  );
}

/**
 * A filter as {@link matches} takes it, the method in capitals.
 *
 * @throws {Problem} when it is neither a path prefix nor a method and a path
 */
export function parseOnly(filter: string): string {
  if (filter.startsWith("/")) return filter;
  const [method = "", path = "", rest] = filter.trim().split(/\s+/);
  if (rest === undefined && path.startsWith("/") && methods.includes(method.toLowerCase() as "get"))
    return `${method.toUpperCase()} ${path}`;
  throw new Problem(`--only "${filter}" is neither a path prefix (/rooms) nor an operation (GET /rooms/{id}).`);
}
