import { createServer, request as send, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import { rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { endLater, start, stop, temporaryFolder } from "../tarballs/run.ts";
import { tool } from "../tarballs/tools.ts";

/** An npm registry on loopback, verdaccio's, behind a front that lets in who npmjs.com would. */
export interface Registry extends AsyncDisposable {
  readonly url: string;
  /** `name@version` of each upload, in their order. */
  readonly published: string[];
  /** What GitHub gives a job that may have an identity. */
  readonly identity: Readonly<Record<string, string>>;
  /** Uploads that are still let in. */
  uploads: number;
}

/** Verdaccio's own command takes no free port. This one does, and ends with whoever holds the other end of its pipe. */
const PROGRAM = `require("fs").createReadStream(null, { fd: 3 }).on("end", () => process.exit()).resume();
require("verdaccio").runServer(JSON.parse(process.argv[1])).then((server) =>
  server.listen(0, "127.0.0.1", () => process.stdout.write("port " + server.address().port + "\\n")))`;
const IDENTITY = "identity-of-the-job";
const REQUEST_TOKEN = "may-ask-for-an-identity";
const EXCHANGE = "/-/npm/v1/oidc/token/exchange/package/";

export async function startRegistry(): Promise<Registry> {
  const storage = temporaryFolder("x-registry");
  const anyone = { access: "$all", publish: "$all" };
  const settings = {
    storage,
    self_path: join(storage, "verdaccio.yaml"),
    uplinks: {},
    packages: { "**": anyone },
    max_body_size: "100mb",
    log: { type: "stdout", format: "json", level: "error" },
  };
  const folder = join(dirname(await tool("verdaccio")), "../..");
  const verdaccio = start(process.execPath, ["--eval", PROGRAM, JSON.stringify(settings)], { cwd: folder }, ["pipe"]);
  const port = await portOf(verdaccio.child.stdout!, verdaccio.child.stderr!);
  const registry = { uploads: Infinity, published: [] as string[], queue: Promise.resolve() };
  const front = createServer((request, response) => {
    answer(request, response, port, registry).catch((thrown: unknown) => response.writeHead(502).end(String(thrown)));
  });
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}/`;
  const end = endLater(() => front.close());
  return Object.assign(registry, {
    url,
    identity: {
      GITHUB_ACTIONS: "true",
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}identity?`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
    },
    [Symbol.asyncDispose]: async () => {
      end();
      await closed(front);
      await stop(verdaccio);
      rmSync(storage, { recursive: true, force: true, maxRetries: 3 });
    },
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  registry: { uploads: number; published: string[]; queue: Promise<void> },
): Promise<void> {
  const path = decodeURIComponent(request.url ?? "/");
  const credential = (request.headers.authorization ?? "").replace(/^bearer /i, "");
  const refuse = (status: number, error: string): void =>
    void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error }));
  const give = (value: object): void =>
    void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  if (path.startsWith("/identity")) {
    return credential === REQUEST_TOKEN ? give({ value: IDENTITY }) : refuse(401, "this job has no identity");
  }
  if (path.startsWith(EXCHANGE)) {
    const name = path.slice(EXCHANGE.length);
    return credential === IDENTITY ? give({ token: `token-for-${name}` }) : refuse(401, "not a trusted publisher");
  }
  if (request.method !== "PUT") return forward(request, response, port, body);
  const name = path.slice(1);
  if (credential !== `token-for-${name}`) return refuse(401, `not allowed to publish ${name}`);
  // One upload after the other: two at once would both find room for one.
  const before = registry.queue;
  const { promise, resolve } = Promise.withResolvers<void>();
  registry.queue = promise;
  await before;
  using _ = { [Symbol.dispose]: resolve };
  if (registry.uploads < 1) return refuse(403, "the registry takes no more, for now");
  await forward(request, response, port, body, (status) => {
    // In npmjs.com's words, by which changesets knows a version that is there already.
    if (status === 409) return { status: 403, error: "You cannot publish over the previously published versions" };
    if (status < 300) {
      const { versions } = JSON.parse(body.toString()) as { versions: object };
      for (const version of Object.keys(versions)) registry.published.push(`${name}@${version}`);
      registry.uploads -= 1;
    }
    return undefined;
  });
}

/** Hands a request on to verdaccio, which asks nobody for a credential, and its response back. */
async function forward(
  { url, method, headers }: IncomingMessage,
  response: ServerResponse,
  port: number,
  body: Buffer,
  judge: (status: number) => { status: number; error: string } | undefined = () => undefined,
): Promise<void> {
  const { authorization: _, ...kept } = headers;
  const upstream = send({ host: "127.0.0.1", port, path: url, method, headers: kept });
  upstream.end(body);
  const [answered] = (await once(upstream, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answered) chunks.push(chunk as Buffer);
  const instead = judge(answered.statusCode ?? 502);
  if (instead) {
    response.writeHead(instead.status, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: instead.error }));
  } else {
    const { "transfer-encoding": __, ...shown } = answered.headers;
    response.writeHead(answered.statusCode ?? 502, shown).end(Buffer.concat(chunks));
  }
}

async function portOf(stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream): Promise<number> {
  let printed = "";
  stderr.on("data", (chunk) => (printed += String(chunk)));
  return new Promise((resolve, reject) => {
    stdout.on("data", (chunk) => {
      printed += String(chunk);
      const port = /^port (\d+)$/m.exec(printed)?.[1];
      if (port) resolve(Number(port));
    });
    stdout.on("end", () => reject(new Error(`verdaccio did not start:\n${printed}`)));
  });
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  if (server.listening) server.close();
}
