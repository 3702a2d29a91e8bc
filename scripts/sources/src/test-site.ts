import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What a stand-in site answers at a path: a text, or whatever the function does with the response. */
export type Answer = string | ((response: ServerResponse, request: IncomingMessage) => void);

/** A vendor's site for the length of one test, on a port of its own. Resolves with its origin. */
export async function serveSite(answers: { readonly [path: string]: Answer }): Promise<string> {
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const answer = Object.hasOwn(answers, path) ? answers[path] : undefined;
    if (answer === undefined) response.writeHead(404).end("# Page not found\n");
    else if (typeof answer === "string") response.end(answer);
    else answer(response, request);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A documentation page of one operation, as the vendors' sites serve it. */
export function page(method: string, path: string, yaml: string): string {
  return `# ${method} ${path}\n\n## OpenAPI\n\n\`\`\`\`yaml ${method} ${path}\n${yaml}\n\`\`\`\`\n`;
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
