import type { JsonObject } from "@x/openapi";
import type { Received } from "./echo-server.ts";

/** One operation, a value for it, and who says whether the right thing came. */
export interface EchoCase {
  /** In words, for a difference. */
  readonly what: string;
  readonly method: "get" | "post" | "put";
  /** Below the operation's own first segment. */
  readonly path: string;
  readonly operation: JsonObject;
  readonly input: Readonly<Record<string, unknown>>;
  /** Whether the value has no form on the wire: it must be refused by name, and nothing sent. */
  readonly isRefused: boolean;
  /** What differs, in words; nothing where all is right. */
  readonly judge: (received: Received) => string | undefined | Promise<string | undefined>;
}

/** Says how two values differ, where they do. */
export function difference(what: string, came: unknown, expected: unknown): string | undefined {
  const [left, right] = [came, expected].map((value) => JSON.stringify(value));
  return left === right ? undefined : `${what}: came ${left}, expected ${right}`;
}
