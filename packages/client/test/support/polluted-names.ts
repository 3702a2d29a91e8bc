import type { Call } from "../../src/call.ts";
import type { SetUpOptions } from "../../src/definition/access.ts";
import type { ApiDefinition } from "../../src/definition/api-definition.ts";
import type { CallInput } from "../../src/definition/call-parts.ts";
import type { OperationDefinition } from "../../src/definition/operation-definition.ts";
import type { ParameterDefinition } from "../../src/definition/parameter-definition.ts";
import type { Init } from "../../src/openapi-fetch/init.ts";
import type { NegotiatedOptions } from "../../src/operations/operation.ts";
import type { CallOptions, ClientOptions } from "../../src/options/options.ts";
import type { Settings } from "../../src/options/settings.ts";
import type { UndiciTransportOptions } from "../../src/undici.ts";

const never = (): never => {
  throw new Error("polluted");
};
/** How often a listener of nobody's was called. */
export const told = { times: 0 };

/** Every name that options have, and what the client makes of them and looks up beside: a new one that is not tried does not compile. */
type Name =
  | keyof ClientOptions
  | keyof CallOptions
  | keyof NegotiatedOptions<string>
  | keyof SetUpOptions
  | keyof UndiciTransportOptions
  | keyof Init
  | keyof CallInput
  | keyof Settings
  | keyof Call
  | keyof ApiDefinition
  | keyof OperationDefinition
  | keyof Exclude<ParameterDefinition, string>;

/** What would change a call that took it. */
export const EVIL: Readonly<Record<Name | "dispatcher" | "Request", unknown>> = {
  accept: "text/polluted",
  allowReserved: true,
  apiKey: "polluted-key",
  attempt: 9,
  baseUrl: "https://polluted.example.test",
  body: { polluted: true },
  bodyRequired: true,
  bodySerializer: () => "polluted",
  budget: { tokens: 0 },
  contentType: "text/polluted",
  cost: 9,
  credentials: { header: "polluted-key" },
  dangerouslyAllowBrowser: true,
  dangerouslyAllowInsecureHttp: true,
  definition: {},
  dispatcher: { dispatch: never },
  endsAt: 1,
  errorKeys: { 404: ["polluted"] },
  explode: false,
  fetch: never,
  finish: never,
  header: { "X-Trace-Id": "polluted" },
  headers: { "x-polluted": "1" },
  idempotent: true,
  input: {},
  items: "integer",
  key: never,
  keys: ["polluted"],
  maxResponseBytes: 1,
  maxRetries: 0,
  method: "DELETE",
  middleware: [{ onRequest: never }],
  onEvent: (): void => void (told.times += 1),
  operation: "polluted",
  operations: {},
  options: {},
  parameter: never,
  parameters: { path: { polluted: "string" } },
  params: { path: { id: "polluted" }, query: { limit: 1 } },
  parseAs: "text",
  path: { id: "polluted" },
  pathSerializer: () => "/polluted",
  primary: "polluted",
  query: { limit: 1 },
  querySerializer: () => "polluted",
  read: never,
  Request: never,
  required: true,
  reserved: { test: () => true },
  response: new Response(),
  responses: {},
  schemes: { polluted: "bearer" },
  security: "bearer",
  serializers: { finish: never },
  server: { region: "polluted" },
  servers: ["https://polluted.example.test"],
  settings: {},
  setUp: never,
  signal: AbortSignal.abort(),
  style: "matrix",
  timeoutMs: 1,
  totalTimeoutMs: 1,
  transport: Object.assign(never, { close: never }),
  type: "polluted",
  typed: { "x-polluted": "1" },
  url: "https://polluted.example.test",
};
