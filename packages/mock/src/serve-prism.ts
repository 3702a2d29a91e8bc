import { createRequire } from "node:module";

// Prism's declarations lean on packages that it does not depend on: what is used of it is declared here.
const require = createRequire(import.meta.url);
const { getHttpOperationsFromSpec } = require("@stoplight/prism-http") as {
  getHttpOperationsFromSpec: (document: object) => Promise<object[]>;
};
const { createServer } = require("@stoplight/prism-http-server") as {
  createServer: (
    operations: object[],
    options: object,
  ) => { listen(port: number, host: string): Promise<string>; close(): Promise<void> };
};

/** A mock server inside this process. */
export interface ServedPrism extends AsyncDisposable {
  readonly url: string;
}

/**
 * Serves a document with Prism inside this process: milliseconds instead of a second, for tests that need many.
 *
 * @throws {Error} Prism's own, when it can't serve the document
 */
export async function servePrism(document: object): Promise<ServedPrism> {
  // Prism resolves the document's references in place.
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const server = createServer(operations, {
    cors: false,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      mock: { dynamic: false },
      upstreamProxy: undefined,
    },
    components: { logger: silent as never },
  });
  const url = await server.listen(0, "127.0.0.1");
  return { url, [Symbol.asyncDispose]: () => server.close() };
}

const nothing = (): void => {};
const silent = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  success: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  child: () => silent,
};
