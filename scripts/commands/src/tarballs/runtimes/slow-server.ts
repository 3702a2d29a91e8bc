import { createServer, type Server } from "node:http";

/**
 * What Prism can't do: below `/silent` nothing is ever sent, below `/stalled` a body begins and never ends. Browsers
 * may call it from any origin.
 */
export function createSlowServer(): Server {
  return createServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "authorization, content-type, accept");
    if (request.method === "OPTIONS") response.writeHead(204).end();
    else if (request.url?.startsWith("/stalled/")) {
      response.writeHead(200, { "content-type": "application/json" }).write('{"sessions":[');
    }
  });
}
