import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { createServer as createTlsServer } from "node:https";
import { createServer as createProxy, connect, type Socket } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeCertificate } from "../hostile/certificate.ts";
import { listening, serve } from "../support/http-server.ts";
import { method } from "../support/synthetic-api.ts";
import { clientOver, undicis } from "./client.ts";

/** A forward proxy for CONNECT and for absolute targets, which says what it was asked for. */
async function startProxy(): Promise<AsyncDisposable & { url: string; asked: string[] }> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createProxy((socket) => {
    sockets.add(socket.on("error", () => {}));
    socket.once("data", (data) => {
      const line = data.toString("latin1").split("\r\n")[0] as string;
      asked.push(line);
      const target = new URL(
        line.startsWith("CONNECT ") ? `http://${line.split(" ")[1]}` : (line.split(" ")[1] as string),
      );
      const through = connect(Number(target.port), target.hostname, () => {
        if (line.startsWith("CONNECT ")) socket.write("HTTP/1.1 200 Connected\r\n\r\n");
        else through.write(data);
        socket.pipe(through).pipe(socket);
      });
      sockets.add(through.on("error", () => {}));
    });
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

describe.each(undicis)("over $name", ({ undici }) => {
  beforeEach(() => void vi.stubEnv("no_proxy", ""));
  afterEach(() => void vi.unstubAllEnvs());

  test("ProxyAgent: calls go through the proxy", async () => {
    await using server = await serve((_, response) => response.end('{"ok":1}'));
    await using proxy = await startProxy();
    await using agent = disposing(new undici.ProxyAgent(proxy.url));
    await expect(method(clientOver(agent.of, server.origin), "open")()).resolves.toEqual({ ok: 1 });
    expect(proxy.asked).toEqual([expect.stringContaining(new URL(server.origin).host)]);
  });

  test("EnvHttpProxyAgent: calls go through the proxy that the environment names", async () => {
    await using server = await serve((_, response) => response.end('{"ok":1}'));
    await using proxy = await startProxy();
    vi.stubEnv("http_proxy", proxy.url);
    await using agent = disposing(new undici.EnvHttpProxyAgent());
    await expect(method(clientOver(agent.of, server.origin), "open")()).resolves.toEqual({ ok: 1 });
    expect(proxy.asked).toHaveLength(1);
  });

  test("an Agent with a CA and a client certificate", async () => {
    const own = makeCertificate();
    const users = makeCertificate({ host: "client.example.test" });
    const options = { key: own.key, cert: own.cert, ca: users.cert, requestCert: true, rejectUnauthorized: false };
    const seen: unknown[] = [];
    const server = createTlsServer(options, (request, response) => {
      seen.push((request.socket as TLSSocket).getPeerCertificate().subject?.CN);
      response.end('{"ok":1}');
    });
    await using address = await listening(server as never);
    const origin = address.origin.replace("http:", "https:");
    await using trusting = disposing(new undici.Agent({ connect: { ca: own.cert, key: users.key, cert: users.cert } }));
    await expect(method(clientOver(trusting.of, origin), "open")()).resolves.toEqual({ ok: 1 });
    expect(seen).toEqual(["client.example.test"]);
    await using plain = disposing(new undici.Agent());
    await expect(method(clientOver(plain.of, origin), "open")()).rejects.toMatchObject({ name: "ConnectionError" });
  });

  test("MockAgent: no network at all", async () => {
    const mock = new undici.MockAgent();
    mock.disableNetConnect();
    const pool = mock.get("https://api.example.test");
    pool.intercept({ path: "/v1/things/t1?limit=2" }).reply(200, { id: "t1" }, { headers: { "x-request-id": "r1" } });
    pool.intercept({ path: "/v1/open" }).reply(404, "nothing there");
    const client = clientOver(mock, "https://api.example.test");
    const call = method(client, "getThing")({ path: { id: "t1" }, query: { limit: 2 } });
    const { data, response } = await call.withResponse();
    expect({ data, id: response.headers.get("x-request-id") }).toEqual({ data: { id: "t1" }, id: "r1" });
    await expect(method(client, "open")()).rejects.toMatchObject({
      name: "ApiError",
      status: 404,
      body: "nothing there",
    });
    await expect(method(client, "listThings")()).rejects.toMatchObject({ name: "ConnectionError" });
    await mock.close();
  });

  test("interceptors: a composed dispatcher changes what is sent, and a redirect is not followed even by one that would", async () => {
    const seen: (string | undefined)[] = [];
    await using server = await serve((request, response) => {
      seen.push(request.headers["x-added"] as string);
      if (request.url === "/v1/open") response.writeHead(302, { location: "/v1/json" }).end();
      else response.end("{}");
    });
    await using agent = disposing(new undici.Agent());
    const adding = agent.of.compose(
      (dispatch) => (options, handler) =>
        dispatch({ ...options, headers: { ...(options.headers as object), "x-added": "yes" } }, handler),
      undici.interceptors.redirect({ maxRedirections: 3 }),
    );
    await expect(method(clientOver(adding, server.origin), "anyJson")()).resolves.toEqual({});
    await expect(method(clientOver(adding, server.origin), "open")()).rejects.toMatchObject({
      name: "ResponseError",
      status: 302,
    });
    expect(seen).toEqual(["yes", "yes"]);
  });

  test("the decompress interceptor, where there is one, leaves nothing to decode twice", async () => {
    const { decompress } = undici.interceptors as { decompress?: typeof undici.interceptors.redirect };
    if (!decompress) return;
    const { gzipSync } = await import("node:zlib");
    await using server = await serve((_, response) => {
      const body = gzipSync('{"ok":1}');
      response.writeHead(200, { "content-encoding": "gzip", "content-length": body.length }).end(body);
    });
    await using agent = disposing(new undici.Agent());
    await expect(method(clientOver(agent.of.compose(decompress()), server.origin), "open")()).resolves.toEqual({
      ok: 1,
    });
  });

  test("connections: a pool opens no more than it may", async () => {
    let sockets = 0;
    await using server = await serve((_, response) => void setImmediate(() => response.end("{}")));
    await using agent = disposing(new undici.Agent({ connections: 2 }));
    subscribe("undici:client:connected", count);
    function count(): void {
      sockets++;
    }
    const client = clientOver(agent.of, server.origin);
    await Promise.all(Array.from({ length: 20 }, () => method(client, "open")()));
    unsubscribe("undici:client:connected", count);
    expect(sockets).toBe(2);
  });

  test("diagnostics channels, which OpenTelemetry's instrumentation reads, tell of each request", async () => {
    const told: string[] = [];
    const listeners = ["create", "bodySent", "headers", "trailers"].map((name) => {
      const listener = (message: unknown): void => {
        const { request } = message as { request: { method: string; path: string } };
        told.push(`${name} ${request.method} ${request.path}`);
      };
      subscribe(`undici:request:${name}`, listener);
      return () => unsubscribe(`undici:request:${name}`, listener);
    });
    await using server = await serve((_, response) => response.end("{}"));
    await using agent = disposing(new undici.Agent());
    await method(clientOver(agent.of, server.origin), "open")();
    for (const stop of listeners) stop();
    expect(told).toEqual(["create", "bodySent", "headers", "trailers"].map((name) => `${name} GET /v1/open`));
  });
});

function disposing<Of extends { destroy(): Promise<void> }>(of: Of): AsyncDisposable & { of: Of } {
  return { of, [Symbol.asyncDispose]: () => of.destroy() };
}
