import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { one } from "../../test/support/http.ts";
import { KEY } from "../../test/support/secrets.ts";
import { createSynthetic, httpOf } from "../../test/support/synthetic-api.ts";
import { undiciTransport } from "../undici.ts";

test("openapi-fetch sends by a client's transport", async () => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const status = request.method === "GET" ? 404 : 200;
    response.writeHead(status, { "content-type": "application/json", "x-echo": request.headers.authorization ?? "" });
    response.end(JSON.stringify({ body: Buffer.concat(chunks).toString(), type: request.headers["content-type"] }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const http = httpOf(createSynthetic({ apiKey: KEY, baseUrl, transport: undiciTransport() }));
  const { data, response } = await http.PUT("/things/{id}", { ...one, body: { a: 1 } });
  expect(data).toEqual({ body: '{"a":1}', type: "application/json" });
  expect(response.headers.get("x-echo")).toBe("Bearer [redacted]");
  expect(await http.GET("/things/{id}", one)).toMatchObject({ error: { body: "" }, response: { status: 404 } });
  server.closeAllConnections();
  server.close();
});
