import type { IncomingMessage, ServerResponse } from "node:http";

export const ID = "7b61621f-62e0-4aad-ab11-9fd19e272e73";
const AT = "2021-04-16T09:46:20Z";

export const participant = { id: ID, session_id: ID, context: "Alice", record_type: "room_participant" };
export const session = {
  id: ID,
  room_id: ID,
  active: true,
  record_type: "room_session",
  participants: [{ ...participant, joined_at: AT, updated_at: AT, left_at: AT }],
  created_at: AT,
  updated_at: AT,
  ended_at: AT,
};

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export function json(status: number, body: unknown, type = "application/json"): Answer {
  return (response) => void response.writeHead(status, { "content-type": type }).end(JSON.stringify(body));
}
export function text(status: number, body: string, type: string): Answer {
  return (response) => void response.writeHead(status, { "content-type": type }).end(body);
}
export const found = (change: object): Answer => json(200, { data: { ...session, ...change } });

/** How an API that keeps to its document responds: to what is right, to a made-up id, without a key, to a wrong type. */
export interface Api {
  right: Answer;
  unknownId: Answer;
  keyless: Answer;
  wrongType: Answer;
}
export const problem = { code: "10005", title: "Resource not found" };
export const good: Api = {
  right: found({}),
  unknownId: json(404, problem),
  keyless: json(401, problem),
  wrongType: json(422, problem),
};
