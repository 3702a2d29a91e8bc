import { refusal } from "../errors/refusal.ts";
import type { CallOptions } from "../options/options.ts";
import type { ApiPromise } from "./operation.ts";

/** A method of a client, as far as paging needs it. */
export interface PagedMethod<Input, Output> {
  (input: Input, options?: CallOptions | undefined): ApiPromise<Output>;
  isError(error: unknown): boolean;
}

/**
 * Calls a method again and again, and gives each response. A page is asked for when the loop comes to it; `break` ends it.
 *
 * @param method - of a client: `telnyx.listRooms`
 * @param input - of the first call
 * @param next - gives the input of the next call, of the last response and its input, or undefined after the last page
 * @param options - of each call; its `signal` ends the whole
 * @throws {ConfigError} when `method` is none of a client's, or `next` gives an input for the second time: it would go on
 * for ever
 * @throws {SdkError} what a call rejects with
 */
export async function* pages<Input, Output>(
  method: PagedMethod<Input, Output>,
  input: NoInfer<Input>,
  next: (response: Output, input: NoInfer<Input>) => NoInfer<Input> | undefined,
  options?: CallOptions | undefined,
): AsyncGenerator<Output, void, undefined> {
  if (typeof method !== "function" || !method.isError)
    refusal(undefined, "pages:")("the first argument must be a method of a client, as in pages(client.listRooms, …)");
  if (typeof next !== "function") refusal(undefined, "pages:")("`next` must be a function");
  const seen = new Set<string>();
  const identities = new Map<unknown, number>();
  let current: Input | undefined = input;
  do {
    const text = contentOf(current, identities);
    if (seen.has(text)) refusal(method.name, "pages:")("`next` gave the same input twice, which would never end");
    seen.add(text);
    const response: Output = await method(current as Input, options);
    yield response;
    current = next(response, current as Input);
  } while (current !== undefined);
}

/** A text that equal inputs have in common. What can't be looked into, such as a Blob, is told apart by its identity. */
function contentOf(input: unknown, identities: Map<unknown, number>): string {
  const identity = (value: unknown): string => {
    if (!identities.has(value)) identities.set(value, identities.size);
    return `#${identities.get(value)}`;
  };
  try {
    return JSON.stringify([input], (_, value: unknown) => {
      if (typeof value === "bigint") return `${value}n`;
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      if (Symbol.iterator in value) return [...(value as Iterable<unknown>)];
      const parent: unknown = Object.getPrototypeOf(value);
      return !parent || !Object.getPrototypeOf(parent) ? value : identity(value);
    });
  } catch {
    // A cycle, which the method refuses in words.
    return identity(input);
  }
}
