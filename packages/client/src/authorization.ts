import type { ApiDefinition, OperationDefinition } from "./api-definition.ts";
import { ConfigError } from "./errors.ts";
import type { ClientOptions } from "./options.ts";
import { reduced } from "./redact.ts";

/** Gives a valid key for an operation, or undefined where there is none to give. */
export type KeySource = (operation: string) => string | undefined | Promise<string | undefined>;

/**
 * Where the key comes from: the option, else the environment variable. A key that is given as a string is checked at
 * once; a function is asked, and its answer checked, at every attempt.
 *
 * @throws {ConfigError} when there is none although an operation needs one, or when it can't be sent in a header
 */
export function keySource(api: ApiDefinition, variable: string, option: ClientOptions["apiKey"]): KeySource {
  if (typeof option === "function") return (operation) => askForKey(api, option, operation);
  const key = option === undefined ? fromEnvironment(variable) : option;
  if (key === undefined && !Object.values(api.operations).some((operation) => operation.security)) return () => key;
  checkKey(api, key, option === undefined ? `the environment variable ${variable}` : "the option apiKey");
  return () => key;
}

/** Adds the key as the spec wants it. Goes on last: nothing a caller sets can replace or copy it. */
export function authorize(
  headers: Record<string, string>,
  security: OperationDefinition["security"],
  key: string,
): void {
  if (security === "bearer") headers["authorization"] = `Bearer ${key}`;
  else if (security) headers[security.header.toLowerCase()] = key;
}

async function askForKey(
  api: ApiDefinition,
  option: () => string | Promise<string>,
  operation: string,
): Promise<string> {
  let key: unknown;
  try {
    key = await option();
  } catch (thrown) {
    throw new ConfigError("the apiKey function failed", { operation, cause: reduced(thrown, undefined) });
  }
  checkKey(api, key, "what the apiKey function returned", operation);
  return key as string;
}

/** What may stand in a header: printable ASCII without spaces (RFC 9110, field-vchar; RFC 6750, b64token). */
function checkKey({ name }: ApiDefinition, key: unknown, source: string, operation?: string): void {
  const refuse = (why: string): never => {
    throw new ConfigError(`no usable API key for ${name}: ${source} ${why}`, { operation });
  };
  if (key === undefined) refuse("is not set (give the option apiKey, or set the variable)");
  if (typeof key !== "string") refuse("is not a string");
  if (!(key as string).trim()) refuse("is blank");
  if (!/^[\x21-\x7e]+$/.test(key as string)) {
    refuse("has a character that a header can't carry (a line break or space, say; no 'Bearer' before it)");
  }
}

function fromEnvironment(variable: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[variable];
  } catch {
    // Deno without --allow-env.
    return undefined;
  }
}
