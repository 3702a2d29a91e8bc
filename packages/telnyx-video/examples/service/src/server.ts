import { createServer, type Server, type ServerResponse } from "node:http";
import { ApiError, SdkError, TimeoutError } from "@x/telnyx-video";
import { findSession } from "./telnyx.js";

/** `GET /sessions/{id}` */
export function createService(): Server {
  return createServer((request, response) => {
    const [, id] = /^\/sessions\/([\w-]+)$/.exec(request.url ?? "") ?? [];
    if (id === undefined) return send(response, 404, { error: "there is nothing here" });
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const prefer = request.headers["prefer"];
    const headers = typeof prefer === "string" ? { prefer } : {};
    findSession(id, { signal: gone.signal, headers }).then(
      (session) => send(response, 200, session ?? {}),
      (error: unknown) => send(response, ...faultOf(error)),
    );
  });
}

/** What a caller of the service is told. What the vendor says goes to the log, not to them. */
function faultOf(error: unknown): [status: number, body: object] {
  console.error(String(error));
  if (error instanceof ApiError && error.status === 404) return [404, { error: "there is no such session" }];
  if (error instanceof ApiError && error.status === 422) return [400, { error: "this is no id of a session" }];
  if (error instanceof TimeoutError) return [504, { error: "the vendor is too slow" }];
  if (error instanceof SdkError) return [502, { error: "the vendor can't be used now" }];
  return [500, { error: "this is our own fault" }];
}

function send(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
