import { get, move, redirect, remove, set } from "../edit.ts";
import { type Mutation, withBody } from "../vendors.ts";

/** Changes of operations and components, each with its verdict. */
export const operationMutations: readonly Mutation[] = [
  {
    name: "an operation is new",
    edit: withBody,
    expected: "operation-added compatible minor",
    where: ({ path }) => `${path}/post`,
  },
  {
    name: "an operation is gone",
    given: withBody,
    edit: (document, { path }) => remove(document, `${path}/post`),
    expected: "operation-removed breaking major",
    where: ({ path }) => `${path}/post`,
  },
  {
    name: "an operation is renamed",
    edit: (document, { operation }) => set(document, `${operation}/operationId`, "Renamed"),
    expected: "operation-renamed compatible major",
    where: ({ operation }) => `${operation}/operationId`,
  },
  {
    name: "an operation moves to another path",
    given: withBody,
    edit: (document, { path }) => {
      set(document, "/paths/~1elsewhere", {
        parameters: [],
        post: get(document, `${path}/post`),
      });
      remove(document, `${path}/post`);
      // What the old path said of its parameters stays true of the new one.
      move(document, "/paths/~1elsewhere", "/paths/~1else~1{shelf_id}~1where~1{loan_id}");
      remove(document, "/paths/~1else~1{shelf_id}~1where~1{loan_id}/parameters");
      const item = get(document, path) as { parameters?: never };
      if (item.parameters !== undefined)
        set(document, "/paths/~1else~1{shelf_id}~1where~1{loan_id}/parameters", item.parameters);
    },
    expected: "operation-moved breaking major",
    where: () => "/paths/~1else~1{shelf_id}~1where~1{loan_id}/post",
  },
  {
    name: "an operation is deprecated",
    edit: (document, { operation }) => set(document, `${operation}/deprecated`, true),
    expected: "deprecated compatible minor",
    where: ({ operation }) => `${operation}/deprecated`,
  },
  {
    name: "an operation is described otherwise",
    edit: (document, { operation }) => set(document, `${operation}/summary`, "Otherwise."),
    expected: "documentation-changed compatible patch",
    where: ({ operation }) => `${operation}/summary`,
  },
  {
    name: "a property is described otherwise",
    edit: (document, { optional }) => set(document, `${optional}/description`, "Otherwise."),
    expected: "documentation-changed compatible patch",
    where: ({ optional }) => `${optional}/description`,
  },
  {
    name: "another version of the vendor's own",
    edit: (document) => set(document, "/info/version", "99.0.0"),
    expected: "documentation-changed compatible patch",
    where: () => "/info/version",
  },
  {
    name: "a server is described otherwise",
    edit: (document) => set(document, "/servers/0/description", "Ours."),
    expected: "documentation-changed compatible patch",
    where: () => "/servers/0/description",
  },
  {
    name: "another server",
    edit: (document) => set(document, "/servers/0/url", "https://api.example.com/v3"),
    expected: "server-changed breaking major",
    where: () => "/servers/0",
  },
  {
    name: "another version in the path of the server",
    edit: (document) => set(document, "/servers/0/url", `${String(get(document, "/servers/0/url"))}beta`),
    expected: "server-changed breaking major",
    where: () => "/servers/0",
  },
  {
    name: "one more server",
    edit: (document) => set(document, "/servers/-", { url: "https://eu.example.com" }),
    expected: "server-added compatible patch",
    where: () => "/servers/1",
  },
  {
    name: "another security scheme",
    edit: (document, { scheme }) => set(document, scheme, { type: "apiKey", in: "header", name: "X-Api-Key" }),
    expected: "security-scheme-changed breaking major",
    where: ({ scheme }) => scheme,
  },
  {
    name: "security is dropped",
    edit: (document, { security }) => set(document, security, []),
    expected: "security-dropped compatible patch",
    where: ({ security }) => security,
  },
  {
    name: "security is new",
    given: (document, { security }) => set(document, security, []),
    edit: (document, { security, scheme }) =>
      set(document, security, [{ [scheme.slice(scheme.lastIndexOf("/") + 1)]: [] }]),
    expected: "security-added breaking major",
    where: ({ security }) => security,
  },
  {
    name: "security moves from the document to its operations",
    edit: (document, { operation, security }) => {
      const asked = get(document, security);
      set(document, "/security", []);
      set(document, `${operation}/security`, asked);
    },
    expected: "",
  },
  {
    name: "a component is renamed",
    edit: (document, { component }) => {
      move(document, component, "/components/schemas/Renamed");
      redirect(document, component, "/components/schemas/Renamed");
    },
    expected: "component-renamed compatible major",
    where: () => "/components/schemas/Renamed",
  },
  {
    name: "a component is new",
    edit: (document) => set(document, "/components/schemas/Fresh", { type: "string" }),
    expected: "component-added compatible minor",
    where: () => "/components/schemas/Fresh",
  },
  {
    name: "a component that nothing uses is gone",
    given: (document) => set(document, "/components/schemas/Lonely", { type: "string" }),
    edit: (document) => remove(document, "/components/schemas/Lonely"),
    expected: "component-removed compatible major",
    where: () => "/components/schemas/Lonely",
  },
  {
    name: "a component that nothing uses changes",
    given: (document) => set(document, "/components/schemas/Lonely", { type: "string" }),
    edit: (document) => set(document, "/components/schemas/Lonely/type", "number"),
    expected: "component-type-changed compatible major",
    where: () => "/components/schemas/Lonely",
  },
  {
    name: "examples, samples and extensions",
    edit: (document, { optional, operation }) => {
      set(document, `${optional}/example`, "another");
      set(document, `${operation}/x-codeSamples`, [{ lang: "Go", source: "…" }]);
      set(document, "/x-note", "hello");
    },
    expected: "",
  },
  {
    name: "a reference is written out",
    edit: (document, { component }) => {
      const schema = structuredClone(get(document, component));
      const text = JSON.stringify(get(document, "/components")).replaceAll(
        JSON.stringify({ $ref: `#${component}` }),
        JSON.stringify(schema),
      );
      set(document, "/components", JSON.parse(text));
      const paths = JSON.stringify(get(document, "/paths")).replaceAll(
        JSON.stringify({ $ref: `#${component}` }),
        JSON.stringify(schema),
      );
      set(document, "/paths", JSON.parse(paths));
    },
    expected: "",
  },
];
