import { getHttpOperationsFromSpec, ProblemJsonError, resetJSONSchemaGenerator } from "@stoplight/prism-http";
import forwarder from "@stoplight/prism-http/dist/forwarder/index.js";
import { createServer } from "@stoplight/prism-http-server";
import type { PrismSettings } from "./prism-messages.ts";

export interface PrismServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves a document by Prism inside this thread.
 *
 * @throws {Error | string} Prism's own words, when it can't load the document or listen
 */
export async function servePrism(settings: PrismSettings): Promise<PrismServer> {
  const { basePath, port, dynamic, seed, upstream } = settings;
  // What is made up follows the seed of the server before this one, else.
  resetJSONSchemaGenerator();
  const operations = await getHttpOperationsFromSpec(settings.document);
  if (!operations.length) throw new Error("It has no operations.");
  for (const operation of operations) operation.path = basePath + operation.path;
  const shared = {
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    mock: { dynamic, ...(seed !== undefined && { seed }) },
    upstreamProxy: undefined,
  };
  const server = createServer(operations, {
    cors: true,
    config: upstream
      ? { ...shared, isProxy: true, errors: true, upstream: new URL(upstream) }
      : { ...shared, isProxy: false, errors: false },
    components: { logger: silent as never, forward: (...call) => forwardWithout(basePath, call) },
  });
  respondToFailures(server.prism);
  const url = await server.listen(port, "127.0.0.1");
  return { port: Number(new URL(url).port), close: () => server.close() };
}

type Forward = typeof forwarder.default;

/** The upstream's URL has a base path of its own. */
function forwardWithout(basePath: string, [request, ...rest]: Parameters<Forward>): ReturnType<Forward> {
  const { url } = request.data;
  const path = url.path.startsWith(`${basePath}/`) ? url.path.slice(basePath.length) : url.path;
  return forwarder.default({ ...request, data: { ...request.data, url: { ...url, path } } }, ...rest);
}

/** Prism waits for no failure of its own: an unhandled one would end it, and leave the request without a response. */
function respondToFailures(prism: ReturnType<typeof createServer>["prism"]): void {
  const { request } = prism;
  prism.request = (...call) => {
    return async () => {
      try {
        return await request(...call)();
      } catch (thrown) {
        const detail = thrown instanceof Error ? thrown.message : String(thrown);
        const title = "Prism failed on this request";
        return { _tag: "Left", left: new ProblemJsonError("about:blank", title, 500, detail) };
      }
    };
  };
}

/** Says how a request or response breaks the document where people look: Prism says it in `validation` alone. */
const { fromTemplate } = ProblemJsonError;
ProblemJsonError.fromTemplate = (template, detail, additional) => {
  const violations = (additional?.["validation"] ?? []) as readonly { readonly message: string }[];
  const words = violations.map(({ message }) => message).join("; ");
  return fromTemplate.call(ProblemJsonError, template, words || detail, additional);
};

const nothing = (): void => {};
/** Of pino's interface, what Prism calls. */
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
