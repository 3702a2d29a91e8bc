import { bodyInput, requestBody } from "../../src/bodies/request-body.ts";
import { schemeCredentials } from "../../src/credentials/credentials.ts";
import type { ApiDefinition } from "../../src/definition/api-definition.ts";
import { styledParameter } from "../../src/parameters/styled-parameter.ts";
import { negotiatedResponse, negotiationOptions } from "../../src/responses/negotiated-response.ts";
import { documentedServers } from "../../src/servers/documented-servers.ts";

/** Several schemes, servers with a variable, several media types: what few tables import. */
export const furnished: ApiDefinition = {
  baseUrl: "https://eu.example.test",
  servers: [{ url: "https://{region}.example.test", variables: { region: { default: "eu", enum: ["eu", "us"] } } }],
  schemes: { header: { name: "x-key", in: "header" }, query: { name: "key", in: "query" } },
  primary: "header",
  setUp: documentedServers(schemeCredentials),
  options: { credentials: "", server: "" },
  serializers: {
    parameter: styledParameter,
    input: bodyInput,
    options: negotiationOptions,
    finish: (call, input) => ({ ...requestBody(call, input), ...negotiatedResponse(call) }),
  },
  operations: {
    get: {
      method: "GET",
      path: "/{ids}",
      parameters: { path: { ids: { type: "array", items: "string" } }, query: { by: { type: "object" } } },
      responses: { 200: { "application/json": "object", "text/plain": "text" }, 404: "object" },
      security: [["header"], ["query"]],
    },
    put: {
      method: "PUT",
      path: "/",
      body: { "application/json": "json", "text/plain": "text" },
      responses: {},
      security: [],
    },
  },
};

/** One that asks for no key. */
export const open: ApiDefinition = {
  baseUrl: "https://a.test",
  operations: { open: { method: "GET", path: "/", responses: {} } },
};
