import type { BodyDefinition, BodyKind, OperationDefinition, ParameterDefinition } from "@x/client";
import type { Servers } from "../operations/base-url.ts";
import type { BodyModel, OperationModel, ParameterModel, ResponseModel } from "../operations/model.ts";
import type { Schemes } from "../operations/schemes.ts";
import { stringLiteral } from "./text.ts";

/** What a table is made of. */
export interface Table {
  readonly operations: readonly OperationModel[];
  readonly schemes: Schemes;
  readonly servers: Servers;
}

/** The members of a table beside its operations, as text by name, and the values of `@x/client` that it imports. */
export interface TableHead {
  readonly members: readonly string[];
  readonly imports: readonly string[];
}

/** What an API needs beyond what every client has: no other's bundle carries it. */
export function tableHead(table: Table): TableHead {
  const { schemes, servers } = table;
  const isLocated = hasServers(table);
  const credentials = schemes.isPlain ? "bearerKey" : "schemeCredentials";
  const setUp = isLocated ? `documentedServers(${credentials})` : credentials;
  const needsSetUp = isLocated || !schemes.isPlain;
  const serializers = serializersOf(table.operations);
  const options = {
    ...(hasCredentials(schemes) && { credentials: "" }),
    ...(hasServerOptions(table) && { server: "" }),
  };
  const members = [
    ...(needsSetUp ? [`setUp: ${setUp}`] : []),
    ...(serializers.length
      ? [`serializers: { ${serializers.map(([name, value]) => `${name}: ${value}`).join(", ")} }`]
      : []),
    ...(Object.keys(options).length ? [`options: ${data(options)}`] : []),
    ...(schemes.isPlain || !schemes.definitions.size
      ? []
      : [`schemes: ${data(Object.fromEntries(schemes.definitions))}`]),
    ...(schemes.isPlain || schemes.primary === undefined ? [] : [`primary: ${data(schemes.primary)}`]),
    ...(servers.choice.length ? [`servers: ${data(servers.choice)}`] : []),
  ];
  const text = members.slice(0, needsSetUp ? 2 : 1).join();
  const imports = IMPORTED.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return { members, imports };
}

const IMPORTED = [
  "bearerKey",
  "bodyInput",
  "documentedServers",
  "jsonBody",
  "jsonInput",
  "literalPath",
  "negotiatedResponse",
  "negotiationOptions",
  "redirectResponse",
  "requestBody",
  "schemeCredentials",
  "streamOptions",
  "streamedResponse",
  "styledParameter",
];

/** Whether the option `credentials` is there: one key alone is given as `apiKey`. */
export function hasCredentials({ definitions }: Schemes): boolean {
  return definitions.size > 1 || [...definitions.values()].includes("basic");
}

export function hasServers({ operations, servers }: Pick<Table, "operations" | "servers">): boolean {
  return servers.choice.length > 0 || operations.some(({ server }) => server !== undefined);
}

/** Whether the option `server` is there: something can be chosen. */
export function hasServerOptions({ operations, servers }: Pick<Table, "operations" | "servers">): boolean {
  return servers.choice.length > 0 || operations.some(({ server }) => typeof server === "object");
}

function serializersOf(operations: readonly OperationModel[]): [name: string, value: string][] {
  const isStyled = ({ definition: { type, style, allowReserved } }: ParameterModel): boolean =>
    !/^(string|integer|number|boolean)$/.test(type) || style !== undefined || allowReserved === true;
  const bodies = operations.flatMap(({ body }) => body ?? []);
  const isJson = bodies.every((body) => typeof bodyDefinition(body) === "string");
  const responses = operations.flatMap((operation) => operation.responses);
  const isNegotiated = responses.some(({ types }) => types.length > 1);
  const isStreamed = responses.some(
    ({ status, types }) => !/^[45]/.test(status) && types.some(({ kind }) => kind === "binary"),
  );
  const options = [...(isNegotiated ? ["negotiationOptions"] : []), ...(isStreamed ? ["streamOptions"] : [])];
  const steps = [
    ...(bodies.length ? [isJson ? "jsonBody(call, input)" : "requestBody(call, input)"] : []),
    ...(isNegotiated ? ["negotiatedResponse(call)"] : []),
    ...(responses.some(({ kind }) => kind === "location") ? ["redirectResponse(call)"] : []),
    ...(operations.some(({ path }) => /[?#]/.test(path)) ? ["literalPath(call)"] : []),
    ...(isStreamed ? ["streamedResponse(call)"] : []),
  ];
  const [only = ""] = steps;
  const given = bodies.length ? "call, input" : "call";
  const finish =
    steps.length > 1 ? `(${given}) => ({ ${steps.map((step) => `...${step}`).join(", ")} })` : only.split("(")[0];
  return [
    ...(operations.some(({ parameters }) => parameters.some(isStyled))
      ? [["parameter", "styledParameter"] as const]
      : []),
    ...(bodies.length ? [["input", isJson ? "jsonInput" : "bodyInput"] as const] : []),
    ...(options.length
      ? [["options", options.length > 1 ? "{ ...negotiationOptions, ...streamOptions }" : (options[0] ?? "")] as const]
      : []),
    ...(finish ? [["finish", finish] as const] : []),
  ].map(([name, value]) => [name, value]);
}

/** An operation as the client reads it. */
export function definitionOf(model: OperationModel, table: Table): OperationDefinition {
  const parameters: Record<string, [name: string, ParameterDefinition][]> = {};
  for (const { name, place, definition } of model.parameters) {
    const short = Object.keys(definition).length === 1 ? definition.type : definition;
    (parameters[place] ??= []).push([name, short]);
  }
  const places = Object.entries(parameters).map(([place, entries]) => [place, Object.fromEntries(entries)]);
  const accept = acceptOf(model.responses);
  const errorKeys = model.responses.flatMap(({ status, keys }) => (keys.length ? [[status, keys] as const] : []));
  const security = securityOf(model, table);
  return {
    method: model.method.toUpperCase() as OperationDefinition["method"],
    path: model.path,
    ...(places.length && { parameters: Object.fromEntries(places) as Record<string, never> }),
    ...(model.body && { body: bodyDefinition(model.body) }),
    ...(model.body?.required && { bodyRequired: true }),
    ...(accept && accept !== "application/json" && { accept }),
    responses: Object.fromEntries(model.responses.map((response) => [response.status, kindsOf(response)])),
    ...(errorKeys.length && { errorKeys: Object.fromEntries(errorKeys) }),
    ...(security && { security }),
    ...(model.server !== undefined && { server: model.server }),
  };
}

/** An API with a set-up of its own asks it for every operation: one without security has an empty list. */
function securityOf({ security }: OperationModel, table: Table): OperationDefinition["security"] {
  if (table.schemes.isPlain && security.length) return "bearer";
  return security.length || !table.schemes.isPlain || hasServers(table) ? security : undefined;
}

function bodyDefinition({ types }: BodyModel): OperationDefinition["body"] & {} {
  const [first, ...others] = types;
  if (first === undefined) return {};
  // A wildcard is no content type.
  const nameOf = (mediaType: string, form: string): string =>
    form === "json" && mediaType.includes("*") ? "application/json" : mediaType;
  if (!others.length && first.form === "json" && !first.bytes) return nameOf(first.mediaType, first.form);
  const entries = types.map(({ mediaType, form, encoding, bytes }): [string, BodyDefinition] => [
    nameOf(mediaType, form),
    encoding || bytes ? { form, ...(encoding && { encoding }), ...(bytes && { bytes }) } : form,
  ]);
  return Object.fromEntries(entries);
}

function kindsOf({ kind, types }: ResponseModel): BodyKind | Record<string, BodyKind> {
  return types.length > 1 ? Object.fromEntries(types.map((type) => [type.mediaType, type.kind])) : kind;
}

/** What a success is asked for in: JSON where it is documented, else all that is. */
function acceptOf(responses: readonly ResponseModel[]): string | undefined {
  const typed = responses.filter(({ types }) => types.length);
  const success =
    typed.find(({ status }) => status.startsWith("2")) ?? typed.find(({ status }) => status === "default");
  const [first, ...others] = success?.types ?? [];
  if (first === undefined) return undefined;
  const isJson = first.kind !== "text" && first.kind !== "binary";
  const types = isJson ? [first] : [first, ...others];
  return types.map(({ mediaType }) => (mediaType === "*" ? "*/*" : mediaType)).join(", ");
}

/** Data as a literal on one line: keys without quotes where they need none. */
export function data(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(data).join(", ")}]`;
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => {
    // The compiler takes these for what every object has, and their values for any text.
    const exact = Object.hasOwn(Object.prototype, key) ? " as const" : "";
    return `${memberName(key)}: ${data(member)}${exact}`;
  });
  return members.length ? `{ ${members.join(", ")} }` : "{}";
}

function memberName(key: string): string {
  // Any other way of writing it sets the prototype.
  if (key === "__proto__") return '["__proto__"]';
  return /^[a-z_]\w*$|^[1-9]\d*$/i.test(key) ? key : stringLiteral(key);
}
