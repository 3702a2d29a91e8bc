import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import type { JsonObject } from "../spec/json.ts";
import { Spec } from "../spec/spec.ts";
import { servable } from "../spec/servable.ts";

/** A mock server inside this process. */
export interface ServedPrism extends AsyncDisposable {
  readonly url: string;
}

/**
 * Serves a document with Prism inside this process: milliseconds instead of a second, for tests that need many. What of
 * it Prism can't serve is put right in a copy.
 *
 * @throws {Error} Prism's own, when it can't serve the document
 */
export async function servePrism(document: JsonObject): Promise<ServedPrism> {
  // Prism resolves the document's references in place.
  const operations = await getHttpOperationsFromSpec(structuredClone(servable(new Spec(document))));
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
