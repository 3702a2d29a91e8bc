import { type Json, objectOf } from "@x/openapi";
import { edit, propertiesOf, type Mutation } from "./mutation.ts";

/** Changes that no client minds. A test that fails on one of them cries wolf. */
export const harmlessMutations: Mutation[] = [
  {
    name: "a property added",
    direction: "harmless",
    apply(document, operation) {
      const site = propertiesOf(document, operation).find(({ isLeaf }) => isLeaf);
      if (!site) return undefined;
      objectOf(site.owner["properties"])["brand_new"] = { type: "string" };
      return "brand_new";
    },
  },
  {
    name: "an optional query parameter added",
    direction: "harmless",
    apply(document, operation) {
      const owner = edit(document, operation.pointer);
      const list = Array.isArray(owner["parameters"]) ? owner["parameters"] : [];
      owner["parameters"] = [...list, { name: "brand_new", in: "query", schema: { type: "string" } }];
      return "brand_new";
    },
  },
  {
    name: "an operation added",
    direction: "harmless",
    apply(document, { path, method }) {
      const paths = objectOf(document["paths"]);
      const item = objectOf(structuredClone(paths[path] as Json));
      delete objectOf(item[method.toLowerCase()])["operationId"];
      paths[`/brand_new${path}`] = item;
      return `/brand_new${path}`;
    },
  },
  {
    name: "an error documented",
    direction: "harmless",
    apply(document, operation) {
      const responses = edit(document, `${operation.pointer}/responses`);
      if (responses["451"] !== undefined) return undefined;
      responses["451"] = { description: "Not for you" };
      return "451";
    },
  },
];
