import { operationId, Problem, readOpenApi, slice, type JsonObject } from "@x/openapi";
import { existsSync } from "node:fs";
import { Spec } from "../spec/spec.ts";
import type { SpecOperation } from "../spec/spec-operations.ts";
import { Coverage } from "./coverage.ts";
import { hasSuccess } from "./success-of.ts";

/** The part of a vendor package that the cases need. */
export interface ContractVendor {
  /** Name of its package and spec: `pagecall`. */
  readonly name: string;
  /** The generated operations table. */
  readonly api: {
    readonly baseUrl: string;
    readonly operations: Readonly<Record<string, { method: string; path: string; body?: unknown }>>;
    /** Where the API asks for more than one bearer key: the schemes by name, and the one that `apiKey` serves. */
    readonly setUp?: unknown;
    readonly schemes?: Readonly<Record<string, unknown>>;
    readonly primary?: string;
    readonly options?: object;
  };
  /** Operations that the package has no method for, by key: nothing is expected of them. */
  readonly skipped?: readonly string[];
  /** The package's factory. */
  readonly create: (options: ContractClientOptions) => object;
}

export interface ContractClientOptions {
  apiKey?: string;
  credentials?: Record<string, unknown>;
  baseUrl: string;
  maxRetries: number;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** What the client was made for, held against what a server serves. */
export interface Contract {
  readonly vendor: ContractVendor;
  /** The spec that the client was generated from: what is expected. */
  readonly pinned: Spec;
  /** The spec that the mock was started from: the same, or what the vendor says today. */
  readonly served: Spec;
  /** Base URL of the mock. */
  readonly url: () => string;
  readonly coverage: Coverage;
  /** Operations of the client that document no success, by key: nothing can be expected of them, and neither spec has them. */
  readonly untested?: readonly string[];
}

export type Method = (input: unknown, options?: object) => Promise<unknown> & { withResponse(): Promise<unknown> };

/**
 * Reads both documents.
 *
 * @throws {Problem} naming the one that can't be read, or saying that the package is not built
 */
export function createContract(vendor: ContractVendor, pinned: string, served: string, url: () => string): Contract {
  if (!existsSync(pinned)) throw new Problem(`There is no file ${pinned}. Build the package first: pnpm build.`);
  const { skipped = [] } = vendor;
  const all = new Spec(without(readOpenApi(pinned), skipped));
  const untested = all.operations.filter((operation) => !hasSuccess(operation)).map(({ key }) => key);
  const spec = untested.length ? new Spec(without(all.document, untested)) : all;
  const servedSpec = new Spec(without(readOpenApi(served), [...skipped, ...untested]));
  return { vendor, pinned: spec, served: servedSpec, url, coverage: new Coverage(vendor.name, spec), untested };
}

/** The document without operations, and without what only these refer to, which may point at nothing. */
function without(document: JsonObject, skipped: readonly string[]): JsonObject {
  if (!skipped.length) return document;
  return slice(document, (method, path) => !skipped.includes(operationId({ method, path })));
}

/** A credential for each scheme of a client, in the form that its options take. */
export function credentialsOf({ vendor: { api } }: Contract): Pick<ContractClientOptions, "apiKey" | "credentials"> {
  const { setUp, schemes = {}, primary, options = {} } = api;
  // One bearer key is said by the operations alone; of other schemes, the primary one takes it.
  const isBearer = Object.values(api.operations).some(
    (operation) => "security" in operation && operation.security === "bearer",
  );
  const key = isBearer || primary !== undefined || setUp === undefined ? { apiKey: "contract-key" } : {};
  if (!("credentials" in options)) return key;
  const basic = { username: "contract", password: "key" };
  const credentials = Object.entries(schemes).map(([name, scheme]) => [
    name,
    scheme === "basic" ? basic : "contract-key",
  ]);
  return { ...key, credentials: Object.fromEntries(credentials) };
}

/**
 * Name of the client's method for an operation, from the generated table.
 *
 * @throws {Problem} when it has none
 */
export function methodNameOf({ vendor }: Contract, { key, method, path }: SpecOperation): string {
  for (const [name, operation] of Object.entries(vendor.api.operations)) {
    if (operation.method === method && operation.path === path) return name;
  }
  throw new Problem(`The client of ${vendor.name} has no method for ${key}. Run "pnpm generate".`);
}
