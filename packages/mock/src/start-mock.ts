/// <reference lib="esnext.disposable" preserve="true" />
import { basePathOf } from "./base-path.ts";
import { findDocument } from "./find-package.ts";
import { MockError } from "./mock-error.ts";
import { refusalOf } from "./node-version.ts";
import { PrismThread } from "./prism/prism-thread.ts";
import { checkDocument, readDocument } from "./read-document.ts";
import { checkReferences } from "./references.ts";

export interface MockOptions {
  /**
   * Port on 127.0.0.1.
   * @default 0, a free one
   */
  port?: number | undefined;
  /**
   * Whether responses are made up from the schemas instead of the examples. A request's `Prefer: dynamic=true` does the
   * same for itself.
   * @default false
   */
  dynamic?: boolean | undefined;
  /** Makes the made-up responses the same in every run. @default none: they differ */
  seed?: number | string | undefined;
  /**
   * Base URL of a real server to stand in front of: requests go on to it, and an exchange that breaks the document gets an
   * error that says how.
   * @default none: responses are mocked
   */
  upstream?: string | undefined;
  /**
   * Folder from which packages are found, as an `import` there would find them, and to which paths are relative.
   * @default process.cwd()
   */
  from?: string | undefined;
}

const OPTIONS: readonly string[] = ["port", "dynamic", "seed", "upstream", "from"] satisfies (keyof MockOptions)[];

/** A running mock server. `await using` closes it. */
export interface Mock extends AsyncDisposable {
  /** Base URL for a client, with the base path of the document's first server: `http://127.0.0.1:4010/v1`. */
  readonly url: string;
  /** Resolves, with the reason, when the mock ends although nobody closed it. */
  readonly died: Promise<MockError>;
  /** Ends the mock. May be called again. */
  close(): Promise<void>;
}

/**
 * Serves an OpenAPI 3.0 or 3.1 document, as it is now, on 127.0.0.1 by Prism, in a thread that ends with this process at the
 * latest. The process stays alive until the mock is closed.
 *
 * @param target - a package that brings an `openapi.yaml` (`@x/pagecall`), the path of a document, or a document itself
 * @throws {MockError} when an option is not known, the package, its document or the port can't be had, Prism can't load the
 *   document, or Node is too old; says which
 */
export async function startMock(target: string | object, options: MockOptions = {}): Promise<Mock> {
  const refusal = refusalOf(process.versions.node, process.platform);
  if (refusal) throw new MockError(refusal);
  const unknown = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined)
    throw new MockError(`startMock: option "${unknown}" is not known (known: ${OPTIONS.join(", ")}).`);
  const { port = 0, dynamic = false, seed, upstream, from = process.cwd() } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new MockError(`The port is ${port}; it must be a whole number from 0 to 65535.`);
  }
  if (upstream !== undefined && !(URL.canParse(upstream) && /^https?:/i.test(upstream))) {
    throw new MockError("upstream is no http or https URL.");
  }
  const { name, document, basePath } = load(target, from);
  const thread = PrismThread.take();
  const settings = { document, basePath, port, dynamic, seed: seed === undefined ? seed : String(seed), upstream };
  const response = await thread.tell({ serve: settings });
  if (typeof response !== "object") throw diedOf(name, await thread.ended);
  if ("refused" in response) {
    await thread.release();
    throw refusedOf(name, port, response.refused);
  }
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= thread.release());
  const died = thread.ended.then((words) => (closing ? new Promise<never>(() => {}) : diedOf(name, words)));
  return { url: `http://127.0.0.1:${response.port}${basePath}`, died, close, [Symbol.asyncDispose]: close };
}

/** A document that refers to no other file is read once, here. */
function load(target: string | object, from: string): { name: string; document: string | object; basePath: string } {
  if (typeof target !== "string") {
    const document = checkDocument(target, "The document");
    checkReferences(document, undefined);
    return { name: "the document", document, basePath: basePathOf(document) };
  }
  const name = findDocument(target, from);
  const document = readDocument(name);
  return { name, document: checkReferences(document, name) ? name : document, basePath: basePathOf(document) };
}

function refusedOf(name: string, port: number, words: string): MockError {
  if (words.includes("EADDRINUSE")) {
    return new MockError(`Port ${port} is taken by another program. End that one, or give another port.`);
  }
  if (words.startsWith("listen ")) return new MockError(`Port ${port} can't be had: ${words}`);
  return new MockError(`Prism can't load ${name}: ${words}`);
}

function diedOf(name: string, words: string): MockError {
  return new MockError(`Prism on ${name} ended by itself:\n${words.replaceAll(/^/gm, "  ")}`);
}
