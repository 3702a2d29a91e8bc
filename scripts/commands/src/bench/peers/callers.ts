import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where the peers are. */
export interface Folders {
  readonly peers: string;
  readonly ours: string;
  /** hey-api's client, bundled. */
  readonly heyApi: string;
  /** The client that redocly generates, bundled. */
  readonly redocly: string;
}

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;
type Call = () => Promise<unknown>;
/** Makes a function that makes one call. Rejects where the response is an error. */
type Caller = (folders: Folders, fetch: Fetch, baseUrl: string) => Promise<Call>;

const KEY = "KEY0123456789_abcdefghijklmnop";
const ID = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0";

const PARAMS = { params: { path: { room_session_id: ID }, query: { include_participants: true } } };

/** The same call by each: one path parameter, one query parameter, a key, JSON back. */
export const callers = {
  async "raw fetch"(_, fetch, baseUrl) {
    return () => rawCall(fetch, baseUrl);
  },

  // What a deadline costs whoever has one: most of it is a Request that follows a signal.
  async "raw fetch + deadline"(_, fetch, baseUrl) {
    return async () => {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), 30_000);
      try {
        return await rawCall(fetch, baseUrl, controller.signal);
      } finally {
        clearTimeout(timer);
      }
    };
  },

  async "@x/telnyx-video"({ ours }, fetch, baseUrl) {
    const { createTelnyxVideo } = await load(ours, "@x/telnyx-video");
    const client = createTelnyxVideo({ apiKey: KEY, baseUrl, fetch });
    return () => client.viewRoomSession({ path: { room_session_id: ID }, query: { include_participants: true } });
  },

  async "openapiFetch()"({ ours }, fetch, baseUrl) {
    const { createTelnyxVideo } = await load(ours, "@x/telnyx-video");
    const { openapiFetch } = await load(ours, "@x/telnyx-video/openapi-fetch");
    const http = openapiFetch(createTelnyxVideo({ apiKey: KEY, baseUrl, fetch }));
    return withData(() => http.GET("/room_sessions/{room_session_id}", PARAMS));
  },

  async "@x/telnyx-video over undici"({ ours }, _, baseUrl) {
    const client = await overUndici(ours, baseUrl);
    return () => client.viewRoomSession({ path: { room_session_id: ID }, query: { include_participants: true } });
  },

  async "openapiFetch() over undici"({ ours }, _, baseUrl) {
    const { openapiFetch } = await load(ours, "@x/telnyx-video/openapi-fetch");
    const http = openapiFetch(await overUndici(ours, baseUrl));
    return withData(() => http.GET("/room_sessions/{room_session_id}", PARAMS));
  },

  async "undici.request"({ peers }, _, baseUrl) {
    const { request } = await load(peers, "undici");
    const url = `${baseUrl}/room_sessions/${encodeURIComponent(ID)}?include_participants=true`;
    const headers = { accept: "application/json", authorization: `Bearer ${KEY}` };
    return async () => {
      const { statusCode, body } = await request(url, { headers });
      if (statusCode < 300) return body.json();
      await body.dump();
      throw new Error(String(statusCode));
    };
  },

  async "openapi-fetch"({ peers }, fetch, baseUrl) {
    return openapiFetchCall(await load(peers, "openapi-fetch"), fetch, baseUrl);
  },

  async "hey-api"({ heyApi }, fetch, baseUrl) {
    const { createClient, viewRoomSession } = await import(pathToFileURL(heyApi).href);
    const client = createClient({ baseUrl, fetch, auth: () => KEY, throwOnError: true });
    return () => viewRoomSession({ client, path: { room_session_id: ID }, query: { include_participants: true } });
  },

  async redocly({ redocly }, fetch, baseUrl) {
    const { configure, ViewRoomSession } = await import(pathToFileURL(redocly).href);
    configure({ serverUrl: baseUrl, fetch, auth: { bearer: KEY } });
    return () => ViewRoomSession({ path: { room_session_id: ID }, query: { include_participants: true } });
  },

  async "openapi-fetch + ky"({ peers }, fetch, baseUrl) {
    const { default: ky } = await load(peers, "ky");
    const retrying = ky.create({ fetch });
    return openapiFetchCall(await load(peers, "openapi-fetch"), (request) => retrying(request), baseUrl);
  },

  async telnyx({ peers }, fetch, baseUrl) {
    const { default: Telnyx } = await load(peers, "telnyx");
    const client = new Telnyx({ apiKey: KEY, baseURL: baseUrl, fetch, logLevel: "off" });
    return () => client.rooms.sessions.retrieve(ID, { include_participants: true });
  },
} satisfies Record<string, Caller>;

export type Peer = keyof typeof callers;
export const peerNames = Object.keys(callers) as Peer[];

/** Those that send without `fetch`: nothing can stand in for their network. */
const withoutFetch = ["@x/telnyx-video over undici", "openapiFetch() over undici", "undici.request"] as const;
export const fetchPeerNames = peerNames.filter((name) => !(withoutFetch as readonly Peer[]).includes(name));

/** Peers that are compared with each other, raw fetch among them. */
export interface PeerGroup {
  readonly peers: readonly Peer[];
  /** How many processes each peer has, one after the other: a process is cheap or dear for as long as it lives. */
  readonly processes: number;
}

export const peerGroups: readonly PeerGroup[] = [
  { peers: fetchPeerNames, processes: 1 },
  // Of thirty microseconds, a twentieth is what two processes of one peer can differ by.
  { peers: ["raw fetch", ...withoutFetch], processes: 3 },
];

/** Rejects where the response is an error: openapi-fetch resolves. */
function withData(call: () => Promise<{ data?: unknown; response: Response }>): Call {
  return async () => {
    const { data, response } = await call();
    if (!response.ok) throw new Error(String(response.status));
    return data;
  };
}

async function overUndici(ours: string, baseUrl: string): Promise<Module> {
  const { createTelnyxVideo } = await load(ours, "@x/telnyx-video");
  const { undiciTransport } = await load(ours, "@x/telnyx-video/undici");
  return createTelnyxVideo({ apiKey: KEY, baseUrl, transport: undiciTransport() });
}

async function rawCall(fetch: Fetch, baseUrl: string, signal: AbortSignal | null = null): Promise<unknown> {
  const url = `${baseUrl}/room_sessions/${encodeURIComponent(ID)}?include_participants=true`;
  const response = await fetch(url, {
    signal,
    headers: { accept: "application/json", authorization: `Bearer ${KEY}` },
  });
  if (!response.ok) {
    await response.text();
    throw new Error(String(response.status));
  }
  return response.json();
}

function openapiFetchCall({ default: createClient }: Module, fetch: Fetch, baseUrl: string): Call {
  const client = createClient({ baseUrl, fetch, headers: { authorization: `Bearer ${KEY}` } });
  return withData(() => client.GET("/room_sessions/{room_session_id}", PARAMS));
}

// The peers are not installed in the workspace: their types are not at hand.
// oxlint-disable-next-line typescript/no-explicit-any
type Module = any;

/** What `import name` gives to a file in the folder. */
async function load(folder: string, name: string): Promise<Module> {
  const { default: importHere } = await import(pathToFileURL(join(folder, "import-here.js")).href);
  return importHere(name);
}
