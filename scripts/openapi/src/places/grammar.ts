/**
 * What a place of a document is: one of the objects that OpenAPI 3.0 and 3.1 define, in their words; or an object within an
 * `x-…`, which is handed out on request alone.
 */
export type Role =
  | "callback"
  | "components"
  | "contact"
  | "discriminator"
  | "document"
  | "encoding"
  | "example"
  | "extension"
  | "external documentation"
  | "header"
  | "info"
  | "license"
  | "link"
  | "media type"
  | "oauth flow"
  | "oauth flows"
  | "operation"
  | "parameter"
  | "path item"
  | "paths"
  | "request body"
  | "response"
  | "responses"
  | "schema"
  | "security requirement"
  | "security scheme"
  | "server"
  | "server variable"
  | "tag"
  | "xml";

/** How a field holds its places: as the one value, as items of a list, as values of a map by names of the vendor's own. */
export type Holding = "one" | "list" | "map";
type Field = readonly [Holding, Role];

const schema: Field = ["one", "schema"];
const schemas: Field = ["list", "schema"];
const schemaMap: Field = ["map", "schema"];
const operation: Field = ["one", "operation"];
const parameters: Field = ["list", "parameter"];
const servers: Field = ["list", "server"];
const security: Field = ["list", "security requirement"];
const examples: Field = ["map", "example"];
const headers: Field = ["map", "header"];
const content: Field = ["map", "media type"];
const callbacks: Field = ["map", "callback"];
const externalDocs: Field = ["one", "external documentation"];
const flow: Field = ["one", "oauth flow"];

/**
 * The fields of each object that hold further objects. Whatever is not named here is the vendor's data or an extension, and
 * is not looked into: `example`, `default`, `enum`, `const`, `x-…`.
 */
export const fieldsOf: { readonly [role in Role]?: { readonly [key: string]: Field } } = {
  document: {
    info: ["one", "info"],
    servers,
    paths: ["one", "paths"],
    webhooks: ["map", "path item"],
    components: ["one", "components"],
    security,
    tags: ["list", "tag"],
    externalDocs,
  },
  info: { contact: ["one", "contact"], license: ["one", "license"] },
  components: {
    schemas: schemaMap,
    responses: ["map", "response"],
    parameters: ["map", "parameter"],
    examples,
    requestBodies: ["map", "request body"],
    headers,
    securitySchemes: ["map", "security scheme"],
    links: ["map", "link"],
    callbacks,
    pathItems: ["map", "path item"],
  },
  "path item": {
    servers,
    parameters,
    get: operation,
    put: operation,
    post: operation,
    delete: operation,
    options: operation,
    head: operation,
    patch: operation,
    trace: operation,
  },
  operation: {
    parameters,
    requestBody: ["one", "request body"],
    responses: ["one", "responses"],
    callbacks,
    security,
    servers,
    externalDocs,
  },
  parameter: { schema, content, examples },
  header: { schema, content, examples },
  "request body": { content },
  "media type": { schema, examples, encoding: ["map", "encoding"] },
  encoding: { headers },
  response: { headers, content, links: ["map", "link"] },
  link: { server: ["one", "server"] },
  server: { variables: ["map", "server variable"] },
  tag: { externalDocs },
  "security scheme": { flows: ["one", "oauth flows"] },
  "oauth flows": { implicit: flow, password: flow, clientCredentials: flow, authorizationCode: flow },
  schema: {
    // The words of both versions, and those of older drafts that vendors leave behind: `items` as a list, `definitions`.
    allOf: schemas,
    oneOf: schemas,
    anyOf: schemas,
    prefixItems: schemas,
    not: schema,
    if: schema,
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: schema,
    else: schema,
    items: schema,
    additionalItems: schema,
    contains: schema,
    additionalProperties: schema,
    propertyNames: schema,
    unevaluatedItems: schema,
    unevaluatedProperties: schema,
    contentSchema: schema,
    properties: schemaMap,
    patternProperties: schemaMap,
    dependentSchemas: schemaMap,
    $defs: schemaMap,
    definitions: schemaMap,
    discriminator: ["one", "discriminator"],
    xml: ["one", "xml"],
    externalDocs,
  },
};

/** Objects whose every member, extensions aside, is a place of one role. */
export const membersOf: { readonly [role in Role]?: Role } = {
  paths: "path item",
  responses: "response",
  callback: "path item",
};

/** Where a `$ref` is a reference. Elsewhere it is a key like any other. */
export const referable: ReadonlySet<Role> = new Set<Role>([
  "callback",
  "example",
  "extension",
  "header",
  "link",
  "parameter",
  "path item",
  "request body",
  "response",
  "schema",
  "security scheme",
]);
