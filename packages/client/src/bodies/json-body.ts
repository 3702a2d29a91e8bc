import type { CallInput, CallParts } from "../definition/call-parts.ts";
import { refusal } from "../errors/refusal.ts";
import { PLACES } from "../parameters/parameters.ts";
import { jsonText } from "../serialization/json-text.ts";

/**
 * What a call's input may hold, where bodies are JSON alone. By a call that is known to do nothing else: a bundle keeps an
 * object that others are spread into, needed or not.
 */
export const jsonInput: Readonly<Record<string, unknown>> = /* @__PURE__ */ Object.assign({}, PLACES, { body: true });

/**
 * The one JSON body that an operation documents. Generated tables import it where no operation has another.
 *
 * @returns what a call gets; nothing where there is no body and none is needed
 * @throws {ConfigError} when it is missing, the operation takes none, or the value is none that JSON has
 */
export function jsonBody({ operation, definition }: CallParts, { body }: CallInput): Partial<CallParts> | undefined {
  const refuse = refusal(operation, "the body");
  const { body: media, bodyRequired } = definition;
  if (body === undefined) return bodyRequired ? refuse("is missing") : undefined;
  if (typeof media !== "string") return refuse("is unexpected: the operation takes none");
  return { body: jsonText(body, refuse), typed: { "content-type": media } };
}
