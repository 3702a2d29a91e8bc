import { pull, type PullResult } from "../pull.ts";

export const HEAD = 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\nservers: [{ url: https://a.test }]\n';
export const item = "get: { operationId: list, responses: { '200': { $ref: ../shared.json#/ok } } }\n";
const shared = JSON.stringify({
  ok: { description: "ok", content: { "application/json": { schema: { $ref: "#/Room" } } } },
  Room: { type: "object" },
});

export function pulled(folder: string, from: string): Promise<PullResult> {
  return pull({ vendor: "acme", root: folder, from: [from], create: true, today: "2026-01-02" });
}
export const whole = {
  "api/root.yaml": `${HEAD}paths: { /rooms: { $ref: paths/rooms.yaml } }\n`,
  "api/paths/rooms.yaml": item,
  "api/shared.json": shared,
};
