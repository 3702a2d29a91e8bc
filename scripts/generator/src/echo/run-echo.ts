import { createClient } from "@x/client";
import type { JsonObject } from "@x/openapi";
import { randomOf } from "../additions/random.ts";
import { readDocument } from "../generate-files.ts";
import { renderOperations } from "../render/render-operations.ts";
import { documentWith } from "../testing/document.ts";
import { tableOf } from "../testing/table-of.ts";
import { bodyCase } from "./body-cases.ts";
import type { EchoCase } from "./echo-case.ts";
import { startEcho, type EchoServer } from "./echo-server.ts";
import { parameterCase } from "./parameter-cases.ts";

/** Operations of one document. */
const BATCH = 200;
const NO_ENVIRONMENT = { apiKey: "NO_SUCH_VARIABLE", baseUrl: "NO_SUCH_VARIABLE" };

type Method = (input: unknown) => Promise<unknown>;

export interface EchoOutcome {
  readonly cases: number;
  /** Cases that have no form on the wire: each was refused, and nothing sent. */
  readonly refused: number;
  /** What came otherwise than OpenAPI and RFC 6570 say, a line each with its seed. */
  readonly differences: readonly string[];
}

/** A case a seed: its operation is generated from a document, called over the network, and judged by what came. */
export async function runEcho(from: number, to: number): Promise<EchoOutcome> {
  await using server = await startEcho();
  const differences: string[] = [];
  let refused = 0;
  for (let first = from; first < to; first += BATCH) {
    const cases = Array.from({ length: Math.min(BATCH, to - first) }, (_, index) => {
      const random = randomOf(first + index);
      return random() < 0.7 ? parameterCase(random) : bodyCase(random);
    });
    const client = await clientOf(cases, server.url);
    for (const [index, each] of cases.entries()) {
      const found = await run(client[`op${index}`], each, server);
      if (found) differences.push(`seed ${first + index}, ${each.what}: ${found}`);
      if (each.isRefused) refused += 1;
    }
  }
  return { cases: to - from, refused, differences };
}

/** The client that is generated of a document with these operations. */
async function clientOf(cases: readonly EchoCase[], baseUrl: string): Promise<Record<string, Method>> {
  const responses = { 200: { description: "", content: { "application/json": { schema: {} } } } };
  const paths = cases.map(({ method, path, operation }, index) => {
    return [`/e${index}${path}`, { [method]: { operationId: `op${index}`, responses, ...operation } }];
  });
  const read = readDocument(documentWith(Object.fromEntries(paths) as JsonObject), "specs/echo.yaml");
  const table = await tableOf(renderOperations(read, [], "specs/echo.yaml"));
  return createClient<Record<string, Method>>(table, NO_ENVIRONMENT, { baseUrl, maxRetries: 0 });
}

async function run(
  method: Method | undefined,
  { input, isRefused, judge }: EchoCase,
  server: EchoServer,
): Promise<string | undefined> {
  if (method === undefined) return "no operation was made";
  const failure = await method(input).then(
    () => undefined,
    (thrown: unknown) => thrown as Error,
  );
  const received = server.take();
  if (failure) {
    if (isRefused && failure.name === "ConfigError" && received === undefined) return undefined;
    return `${received ? "sent, and then" : "not sent"}: ${String(failure)}`;
  }
  if (received === undefined) return "nothing came";
  return isRefused ? `should be refused, and went out as ${received.target}` : judge(received);
}
