import type { CallInput, CallParts } from "../definition/call-parts.ts";
import type { BodyDefinition, BodyForm } from "../definition/body-definition.ts";
import { refusal } from "../errors/refusal.ts";
import { PLACES } from "../parameters/parameters.ts";
import { jsonText, withoutBytes } from "../serialization/json-text.ts";
import { binaryBody } from "./binary-body.ts";
import type { FormInput } from "./form-input.ts";
import { multipartBody } from "./multipart-body.ts";
import { urlencodedBody } from "./urlencoded-body.ts";

/** What a call's input may hold, where bodies are of several kinds. */
export const bodyInput: Readonly<Record<string, unknown>> = /* @__PURE__ */ Object.assign({}, PLACES, {
  body: true,
  contentType: true,
});

/**
 * A body in the form that its media type asks for: the one that the caller names, else the first that is documented.
 * Generated tables import it where an operation has another body than one of JSON.
 *
 * @returns what a call gets; nothing where there is no body and none is needed
 * @throws {ConfigError} when it is missing, the operation takes none, the media type is not documented, or the value can't
 *   be sent in that form
 */
export function requestBody(call: CallParts, { body, contentType }: CallInput): Partial<CallParts> | undefined {
  const { operation, definition, settings } = call;
  const refuse = refusal(operation, "the body");
  const { body: documented, bodyRequired } = definition;
  if (body === undefined) return bodyRequired ? refuse("is missing") : undefined;
  if (!documented) return refuse("is unexpected: the operation takes none");
  const bodies = typeof documented === "string" ? { [documented]: "json" as const } : documented;
  const media = contentType === undefined ? Object.keys(bodies)[0] : nameOf(contentType, bodies, operation);
  const described = bodies[media as string] as BodyDefinition;
  if (/GET|HEAD/.test(definition.method) && !settings.transport)
    refuse(`can't be sent by fetch with ${definition.method}: give the client a transport, undiciTransport()`);
  const { form, ...more } = typeof described === "string" ? { form: described } : described;
  const type = typeof contentType === "string" ? contentType : (media as string);
  return written(form, { body, type, refuse, ...more }, call);
}

function written(form: BodyForm, input: FormInput, call: CallParts): Partial<CallParts> {
  const { body, type, refuse } = input;
  const typed = { "content-type": type.includes("*") ? "application/json" : type };
  if (form === "json") return { body: jsonText(body, refuse, input.bytes && withoutBytes(refuse)), typed };
  if (form === "text") return typeof body === "string" ? { body, typed } : refuse("must be a string");
  if (form === "urlencoded") return { body: urlencodedBody(input), typed };
  return form === "multipart" ? multipartBody(input) : binaryBody(input, call);
}

/** The documented media type, or range of them, that one of the caller's is of. */
function nameOf(given: unknown, bodies: Readonly<Record<string, unknown>>, operation: string): string {
  const refuse = refusal(operation, "contentType");
  const names = Object.keys(bodies);
  if (typeof given !== "string" || !/^[\w!#$&.+^-]+\/[\w!#$&.+^-]+( *;[\x20-\x7e]*)?$/.test(given))
    return refuse(`must be a media type: ${names.join(", ")}`);
  const essence = essenceOf(given);
  const [type] = essence.split("/");
  for (const name of [given, essence, `${type}/*`, "*/*"]) {
    const found = names.find((each) => each === name || essenceOf(each) === name);
    if (found !== undefined) return found;
  }
  return refuse(`is none that the operation takes: ${names.join(", ")}`);
}

function essenceOf(type: string): string {
  return (type.split(";")[0] as string).trim().toLowerCase();
}
