import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient } from "@x/client";
import type { JsonObject } from "@x/openapi";
import { onTestFinished } from "vitest";
import { readDocument } from "../generate-files.ts";
import { renderOperations } from "../render/render-operations.ts";
import { tableOf } from "./table-of.ts";

const NO_ENVIRONMENT = { apiKey: "NO_SUCH_VARIABLE", baseUrl: "NO_SUCH_VARIABLE" };
type Method = (input?: unknown, options?: object) => Promise<unknown>;

/** A server that tells what came as JSON, but for the paths that are told otherwise. */
export async function serving(
  answers: Record<string, [status: number, headers: Record<string, string>, body: string | Uint8Array]> = {},
): Promise<{ url: string; last: () => IncomingMessage }> {
  let last: IncomingMessage | undefined;
  const server = createServer((request, response) => {
    last = request;
    request.resume();
    const path = String(request.url).split("?")[0] ?? "";
    const [status, headers, body] = answers[path] ?? [200, { "content-type": "application/json" }, "{}"];
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, last: () => last as IncomingMessage };
}

export async function clientOf(document: JsonObject, options: object): Promise<Record<string, Method>> {
  const table = await tableOf(renderOperations(readDocument(document, "specs/kinds.yaml"), [], "specs/kinds.yaml"));
  return createClient<Record<string, Method>>(table, NO_ENVIRONMENT, { maxRetries: 0, ...options });
}

/** A path item with one GET. */
export const get = (operationId: string, more: object = {}): JsonObject =>
  ({
    get: {
      operationId,
      responses: { 200: { description: "", content: { "application/json": { schema: {} } } } },
      ...more,
    },
  }) as JsonObject;
