export { undiciTransport, type UndiciTransport, type UndiciTransportOptions } from "./undici/undici-transport.ts";
export type { Dispatcher } from "./undici/dispatcher.ts";
export type { Transport } from "./transport/transport.ts";
