import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What a stand-in site responds with at a path: a text, or whatever the function does with the response. */
export type SiteResponse = string | ((response: ServerResponse, request: IncomingMessage) => void);

/** A vendor's site for the length of one test, on a port of its own. Resolves with its origin. */
export async function serveSite(pages: { readonly [path: string]: SiteResponse }): Promise<string> {
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const found = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (found === undefined) response.writeHead(404).end("# Page not found\n");
    else if (typeof found === "string") response.end(found);
    else found(response, request);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The least document with one operation. */
export function documentOf(method: string, path: string, more = ""): string {
  return `openapi: 3.0.0
info:
  title: Acme
  version: 1.0.0
servers:
  - url: https://api.acme.example/v1
paths:
  ${path}:
    ${method.toLowerCase()}:
      operationId: ${method.toLowerCase()}${path.replaceAll(/\W/g, "")}
      responses:
        '200':
          description: OK
${more}`;
}
