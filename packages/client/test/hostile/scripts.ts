import type { Script } from "./server.ts";

export type Bytes = string | Uint8Array;
export type HeaderLines = Readonly<Record<string, string | number>>;

/** A response as it goes over the wire, with its length. */
export function message(status: number | string, body: Bytes = "", headers: HeaderLines = {}): Buffer {
  const payload = Buffer.from(body);
  return Buffer.concat([head(status, { "content-length": payload.length, ...headers }), payload]);
}

/** Status line and headers. */
export function head(status: number | string, headers: HeaderLines = {}): Buffer {
  const lines = Object.entries({ "content-type": "application/json", ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return Buffer.from(`HTTP/1.1 ${status} Some Reason\r\n${lines.join("")}\r\n`, "latin1");
}

/** One chunk of a chunked body. */
export function chunk(body: Bytes): Buffer {
  const payload = Buffer.from(body);
  return Buffer.concat([Buffer.from(`${payload.length.toString(16)}\r\n`), payload, Buffer.from("\r\n")]);
}

/** A whole response, on a connection that stays open. */
export function reply(status: number | string, body: Bytes = "", headers: HeaderLines = {}): Script {
  return ({ socket }) => socket.write(message(status, body, headers));
}

export const fine: Script = reply(200, '{"ok":true}');

/** These bytes, then nothing more; the connection stays open. */
export function send(...parts: Bytes[]): Script {
  return ({ socket }) => {
    for (const part of parts) socket.write(part);
  };
}

/** These bytes, then an orderly end. */
export function sendAndClose(...parts: Bytes[]): Script {
  return ({ socket }) => socket.end(Buffer.concat(parts.map((part) => Buffer.from(part))));
}

/** These bytes, then a reset once they have left. */
export function sendAndReset(...parts: Bytes[]): Script {
  return ({ socket }) => {
    const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
    if (bytes.length) socket.write(bytes, () => socket.resetAndDestroy());
    else socket.resetAndDestroy();
  };
}

/** These bytes, then a piece again and again for as long as somebody listens. */
export function drip(start: Bytes, piece: Bytes, everyMs = 20): Script {
  return ({ socket }) => {
    socket.write(start);
    const timer = setInterval(() => socket.write(piece), everyMs);
    socket.on("close", () => clearInterval(timer));
  };
}

/** These bytes, then a piece again and again as fast as the client takes it. */
export function flood(start: Bytes, piece: Bytes): Script {
  return ({ socket }) => {
    socket.write(start);
    const pump = (): void => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on("drain", pump);
    pump();
  };
}

/** One script for each request; the last one stays. */
export function inTurn(...scripts: [Script, ...Script[]]): Script {
  return (exchange) => (scripts[exchange.number - 1] ?? (scripts.at(-1) as Script))(exchange);
}
