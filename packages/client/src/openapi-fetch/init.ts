import { refusal } from "../errors/refusal.ts";
import { NOTHING, over } from "../options/over.ts";
import type { CallOptions } from "../options/options.ts";

export type ParseAs = "json" | "text" | "blob" | "arrayBuffer" | "stream";
const PARSE_AS: readonly unknown[] = ["json", "text", "blob", "arrayBuffer", "stream"] satisfies ParseAs[];

/** What a caller of a verb may give: openapi-fetch's options, and those of a call beside. */
export interface Init extends CallOptions {
  readonly params?: { readonly [place in "path" | "query" | "header"]?: Readonly<Record<string, unknown>> };
  readonly body?: unknown;
  readonly parseAs?: ParseAs;
  readonly middleware?: readonly unknown[];
  readonly querySerializer?: unknown;
  readonly pathSerializer?: unknown;
  readonly bodySerializer?: unknown;
}

/** Those of openapi-fetch. */
const OWN = new Set("params body parseAs middleware querySerializer pathSerializer bodySerializer".split(" "));

/** The options of a call among a caller's: unknown ones too, which are refused with them. */
export function callOptionsOf(init: Init): CallOptions {
  return Object.fromEntries(Object.entries(init).filter(([name]) => !OWN.has(name)));
}

/** What openapi-fetch would go round a client by, and the client's option in its place. */
const INSTEAD = { fetch: "fetch", Request: "fetch", baseUrl: "baseUrl" };

/**
 * A caller's options, as far as they are openapi-fetch's. Those of a call are checked where the call is made.
 *
 * @throws {ConfigError} naming the one that can't be right
 */
export function checkedInit(given: unknown, operation: string): Init {
  const init = own(given) as Init & { readonly [name in keyof typeof INSTEAD]?: unknown };
  for (const [name, instead] of Object.entries(INSTEAD)) {
    if (init[name as keyof typeof INSTEAD] !== undefined)
      refusal(operation, `option "${name}"`)(`goes round the client: give \`${instead}\` to the create… function`);
  }
  const { parseAs, middleware, params } = init;
  if (parseAs !== undefined && !PARSE_AS.includes(parseAs)) refusal(operation, "parseAs")("is not known");
  if (middleware !== undefined && !Array.isArray(middleware)) refusal(operation, "middleware")("must be an array");
  for (const name of ["querySerializer", "pathSerializer", "bodySerializer"] as const) {
    const serializer = init[name];
    // Of openapi-fetch's three, that of a query alone may be settings.
    const isRight =
      typeof serializer === "function" || (name === "querySerializer" && Object(serializer) === serializer);
    if (serializer !== undefined && !isRight) refusal(operation, `option "${name}"`)("must be a function");
  }
  if (params === undefined) return init;
  if (Object(params) !== params) refusal(operation, "params")("must be an object");
  return Object.assign(init, { params: own(params) });
}

/** What a caller's object has itself: a polluted `Object.prototype` gives nothing. */
function own(given: unknown): object {
  return over(NOTHING, given as object);
}
