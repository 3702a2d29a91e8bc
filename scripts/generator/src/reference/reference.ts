import { isObject, markdownCode, markdownText, objectOf, type Json, type JsonObject } from "@x/openapi";
import type { BodyForm, BodyKind } from "@x/client";
import type { BodyType, OperationModel } from "../operations/model.ts";
import { anchorsOf } from "./anchors.ts";
import { table } from "./table.ts";
import { typeWords, type LinkTo } from "./type-words.ts";

/** What a reference is made of. */
export interface Referred {
  /** With every reference but those to schema components written out. */
  readonly document: JsonObject;
  readonly operations: readonly OperationModel[];
  /** Name of each model, by its component. */
  readonly models: ReadonlyMap<string, string>;
}

/** The API reference of a package: each operation, what it takes, sends back and throws, and each model. */
export function referenceOf({ document, operations, models }: Referred, name: string, source: string): string {
  const schemas = objectOf(objectOf(document["components"])["schemas"]);
  const listed = [...models].filter(([component]) => Object.hasOwn(schemas, component));
  const methods = operations.map((operation) => operation.name);
  const names = listed.map(([, model]) => model);
  const title = `API reference of ${name}`;
  const anchors = anchorsOf([title, "Operations", ...methods, "Models", ...names]);
  const anchor = new Map(listed.map(([component], index) => [component, anchors[methods.length + 3 + index]]));
  const linkTo: LinkTo = (component) => {
    const model = models.get(component);
    return model && `[${markdownText(model)}](#${anchor.get(component)})`;
  };
  const rows = operations.map(({ name: method, label, operation }, index) => [
    `[${markdownText(method)}](#${anchors[index + 2]})`,
    markdownCode(label),
    words(operation["summary"]),
  ]);
  return [
    `# ${title}`,
    `<!-- Generated from ${source} by \`pnpm generate\`. Do not edit. -->`,
    "What goes in, what comes back and what is thrown, for each operation. How to call them: [README](README.md).",
    "## Operations",
    table(["method", "request", "description"], rows),
    ...operations.map((each) => operationPart(each, objectOf(objectOf(document["paths"])[each.path]), linkTo)),
    ...(listed.length ? ["## Models"] : []),
    ...listed.map(([component, model]) => modelPart(model, schemas[component] as Json, linkTo)),
  ]
    .join("\n\n")
    .concat("\n");
}

function operationPart(model: OperationModel, pathItem: JsonObject, linkTo: LinkTo): string {
  const { name, label, parameters, body, responses } = model;
  // Of the document with variants for requests: the model has the one without.
  const operation = objectOf(pathItem[model.method]);
  const documented = parametersOf(pathItem, operation);
  const inputs = parameters.map(({ name: parameter, place, required, description, definition, deprecated }) => {
    const schema = documented.get(`${place} ${parameter}`);
    const type = schema === undefined ? definition.type : typeWords(schema, linkTo);
    const about = `${deprecated ? "Deprecated. " : ""}${words(description)}`;
    return [markdownCode(`${place}.${parameter}`), type, required ? "yes" : "", about];
  });
  for (const type of body?.types ?? []) inputs.push(...bodyRows(operation, type, body?.required === true, linkTo));
  const hasSuccess = responses.some(({ status }) => status.startsWith("2"));
  const outputs = responses.map(({ status, kind, types }) => {
    const response = objectOf(
      objectOf(operation["responses"])[status] ?? objectOf(operation["responses"])[status.toLowerCase()],
    );
    const isError = status === "default" ? hasSuccess : !status.startsWith("2");
    const named = {
      none: isError ? "not documented" : "nothing",
      location: "the target",
      binary: "bytes",
      text: "text",
    };
    const of = (each: BodyKind, mediaType = ""): string => {
      const schema = objectOf(objectOf(response["content"])[mediaType])["schema"];
      const type = each in named ? named[each as keyof typeof named] : typeWords(schema, linkTo);
      return types.length > 1 ? `${markdownCode(mediaType)}: ${type}` : type;
    };
    const type =
      types.length > 1 ? types.map((each) => of(each.kind, each.mediaType)).join("; ") : of(kind, types[0]?.mediaType);
    const as = !isError || kind === "location" ? "result" : /^[13]/.test(status) ? "`ResponseError`" : "`ApiError`";
    return [markdownCode(status), as, type, words(response["description"])];
  });
  return [
    `### ${markdownText(name)}`,
    ...(operation["deprecated"] === true ? ["**Deprecated**: the vendor advises against it."] : []),
    ...[...new Set([words(operation["summary"]), words(operation["description"])])].filter(Boolean),
    markdownCode(label),
    inputs.length ? table(["input", "type", "required", "description"], inputs) : "No input.",
    table(["status", "arrives as", "body", "description"], outputs),
  ].join("\n\n");
}

/** The body itself, and where it is an object of the operation's own, its members. */
function bodyRows(operation: JsonObject, { mediaType, form }: BodyType, required: boolean, linkTo: LinkTo): string[][] {
  const requestBody = objectOf(operation["requestBody"]);
  const schema = objectOf(objectOf(requestBody["content"])[mediaType])["schema"];
  const about = [words(requestBody["description"]), markdownCode(mediaType)].filter(Boolean).join(" ");
  const members = isObject(schema) && isObject(schema["properties"]) ? propertyRows(schema, linkTo, "body.") : [];
  const named: Partial<Record<BodyForm, string>> = { text: "text", binary: "bytes" };
  const type = members.length ? "object" : (named[form] ?? typeWords(schema, linkTo));
  return [["`body`", type, required ? "yes" : "", about], ...members];
}

function modelPart(name: string, schema: Json, linkTo: LinkTo): string {
  const rows = isObject(schema) && isObject(schema["properties"]) ? propertyRows(schema, linkTo) : [];
  const isMore = isObject(schema) && ["allOf", "oneOf", "anyOf"].some((key) => schema[key] !== undefined);
  return [
    `### ${markdownText(name)}`,
    words(objectOf(schema)["description"]),
    rows.length && !isMore ? "" : typeWords(schema, linkTo),
    rows.length ? table(["property", "type", "required", "description"], rows) : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

function propertyRows(schema: JsonObject, linkTo: LinkTo, prefix = ""): string[][] {
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  return Object.entries(objectOf(schema["properties"])).map(([name, property]) => {
    const { description, deprecated, readOnly } = objectOf(property);
    const about = [deprecated === true && "Deprecated.", readOnly === true && "Read only.", words(description)];
    const key = markdownCode(prefix + name);
    return [key, typeWords(property, linkTo), required.has(name) ? "yes" : "", about.filter(Boolean).join(" ")];
  });
}

/** Schemas of an operation's parameters, by place and name: its own before those of its path. */
function parametersOf(...owners: readonly JsonObject[]): Map<string, Json | undefined> {
  const list = owners.flatMap(({ parameters }) => (Array.isArray(parameters) ? parameters.map(objectOf) : []));
  return new Map(list.map((each) => [`${String(each["in"])} ${String(each["name"])}`, each["schema"]]));
}

/** Letters of a description that a cell shows: all of it stands in the editor, on hover. */
const MOST_LETTERS = 200;

/** A description's first paragraph. */
function words(text: Json | undefined): string {
  if (typeof text !== "string") return "";
  const letters = [...(text.trim().split(/\n\s*\n/, 1)[0] as string)];
  return markdownText(
    letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join("").trimEnd()}…` : letters.join(""),
  );
}
