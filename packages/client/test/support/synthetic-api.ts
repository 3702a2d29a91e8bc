import type { ApiDefinition } from "../../src/definition/api-definition.ts";
import { createClient } from "../../src/create-client.ts";
import type { Serializers } from "../../src/definition/serializers.ts";
import { streamedResponse, streamOptions } from "../../src/responses/streamed-response.ts";
import type { ClientOptions } from "../../src/options/options.ts";
import { openapiFetch } from "../../src/openapi-fetch.ts";
import { schemeCredentials } from "../../src/credentials/credentials.ts";
import { bodyInput, requestBody } from "../../src/bodies/request-body.ts";
import { overTransport } from "./transport.ts";
import { styledParameter } from "../../src/parameters/styled-parameter.ts";

/** The environment variables that the synthetic client reads. */
export const ENVIRONMENT = { apiKey: "SYNTHETIC_API_KEY", baseUrl: "SYNTHETIC_BASE_URL" };

const finish: Serializers["finish"] = (call, input) => ({ ...requestBody(call, input), ...streamedResponse(call) });

/** An API that no vendor has: one operation for each thing that the client can do. */
export const api: ApiDefinition = {
  baseUrl: "https://api.example.test/v1",
  serializers: { parameter: styledParameter, input: bodyInput, options: streamOptions, finish },
  operations: {
    getThing: {
      method: "GET",
      path: "/things/{id}",
      parameters: {
        path: { id: "string" },
        query: { expand: "boolean", limit: "integer", since: "date-time", tags: { type: "array", items: "string" } },
      },
      responses: { 200: "object", 404: "object", "4XX": "json", 503: "none" },
      security: "bearer",
    },
    listThings: { method: "GET", path: "/things", responses: { 200: "array" }, security: "bearer" },
    searchThings: {
      method: "GET",
      path: "/things/search",
      parameters: { query: { filter: { type: "object", style: "deepObject", explode: true, required: true } } },
      responses: { 200: "object", default: "object" },
      security: "bearer",
    },
    nestedThing: {
      method: "GET",
      path: "/owners/{owner_id}/things/{thing_id}/parts",
      parameters: { path: { owner_id: "string", thing_id: "integer" } },
      responses: { 200: "object" },
      security: "bearer",
    },
    createThing: {
      method: "POST",
      path: "/things",
      body: "application/json",
      bodyRequired: true,
      responses: { 201: "object", 202: "none", 400: "object", 422: "object", "4XX": "object", default: "json" },
      errorKeys: { 422: ["code", "title"], "4XX": ["errors"], default: ["message"] },
      security: "bearer",
    },
    replaceThing: {
      method: "PUT",
      path: "/things/{id}",
      parameters: { path: { id: "string" } },
      body: "application/json",
      responses: { 200: "object" },
      security: "bearer",
    },
    patchThing: {
      method: "PATCH",
      path: "/things/{id}",
      parameters: { path: { id: "string" } },
      body: "application/merge-patch+json",
      responses: { 200: "object", 204: "none" },
      security: "bearer",
    },
    deleteThing: {
      method: "DELETE",
      path: "/things/{id}",
      parameters: { path: { id: "string" } },
      responses: { 204: "none", 404: "text" },
      security: "bearer",
    },
    deleteThings: {
      method: "DELETE",
      path: "/things",
      body: "application/json",
      responses: { 202: "object" },
      security: "bearer",
    },
    headThing: {
      method: "HEAD",
      path: "/things/{id}",
      parameters: { path: { id: "string" } },
      responses: { 200: "none" },
      security: "bearer",
    },
    submitForm: {
      method: "POST",
      path: "/forms",
      body: { "application/x-www-form-urlencoded": "urlencoded" },
      responses: { 200: "object" },
      security: "bearer",
    },
    upload: {
      method: "POST",
      path: "/uploads",
      body: { "multipart/form-data": "multipart" },
      bodyRequired: true,
      responses: { 201: "object" },
      security: "bearer",
    },
    exportText: {
      method: "GET",
      path: "/export.csv",
      accept: "text/csv",
      responses: { 200: "text", 400: "text" },
      security: "bearer",
    },
    downloadFile: {
      method: "GET",
      path: "/file",
      accept: "application/octet-stream",
      responses: { 200: "binary" },
      security: "bearer",
    },
    anyJson: { method: "GET", path: "/json", responses: { 200: "json" }, security: "bearer" },
    headerKeyed: {
      method: "GET",
      path: "/keyed",
      parameters: {
        header: {
          "X-Trace-Id": { type: "string", required: true },
          "X-Since": "date-time",
          "X-Tags": { type: "array", items: "integer" },
        },
      },
      responses: { 200: "object" },
      security: "bearer",
    },
    inherited: {
      method: "GET",
      path: "/inherited",
      responses: { 200: "object", 400: "object" },
      errorKeys: { 400: ["constructor"] },
    },
    open: { method: "GET", path: "/open", responses: { 200: "object" } },
  },
};

export type AnyCall = (
  input?: unknown,
  options?: unknown,
) => Promise<unknown> & {
  withResponse(): Promise<{ data: unknown; response: Response }>;
};
export type AnyMethod = AnyCall & { isError(error: unknown): boolean };
export type AnyHttp = Record<
  "request" | "GET" | "PUT" | "POST" | "DELETE" | "HEAD" | "PATCH",
  (...given: unknown[]) => Promise<{ data?: unknown; error?: unknown; response: Response }>
> &
  Record<"use" | "eject", (...middleware: unknown[]) => void>;
/** Untyped on purpose: the tests call it as JavaScript users may. */
export type AnyClient = Record<keyof typeof api.operations, AnyMethod>;

/** An input with an id for an operation whose path needs one. */
export function inputOf(name: string): { path?: { id: string } } {
  return api.operations[name]?.parameters?.path ? { path: { id: "1" } } : {};
}

/** Tests hand in what no type allows. */
export type AnyOptions = { [Name in keyof ClientOptions]?: unknown };

/**
 * A client of the synthetic API, or of another definition, over what the suite runs over. A definition without a set-up of
 * which no operation asks for a key gets one that needs none, as the generator gives it.
 */
export function createSynthetic(
  options: AnyOptions = {},
  definition: ApiDefinition = api,
  product?: string,
): AnyClient {
  const asksForKey = Object.values(definition.operations).some((each) => Object.hasOwn(each, "security"));
  const isKeyless = !asksForKey && !Object.hasOwn(options, "apiKey");
  const made = isKeyless ? { setUp: schemeCredentials, ...definition } : definition;
  return createClient<AnyClient>(made, ENVIRONMENT, overTransport(options) as ClientOptions, product);
}

/** openapi-fetch's client over one of ours. */
export function httpOf(client: AnyClient): AnyHttp {
  return openapiFetch(client) as unknown as AnyHttp;
}

/** A method of a client, which the index signature alone would leave in doubt. */
export function method(client: AnyClient, name: string): AnyMethod {
  const found = client[name];
  if (!found) throw new Error(`the synthetic API has no operation "${name}"`);
  return found;
}
