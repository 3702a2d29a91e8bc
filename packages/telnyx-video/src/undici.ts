export {
  undiciTransport,
  type Dispatcher,
  type Transport,
  type UndiciTransport,
  type UndiciTransportOptions,
} from "@x/client/undici";
