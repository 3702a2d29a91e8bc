import { createClient as create } from "../../src/index.ts";
import { overTransport } from "../support/transport.ts";

// Stands in for `@x/client` where the suites of the packages above it run over undici.
export * from "../../src/index.ts";

/** As the client's own, over what CLIENT_TRANSPORT names. */
export const createClient: typeof create = (api, environment, options = {}, product) =>
  create(api, environment, overTransport(options), product);
