import { join } from "node:path";
import { readIfThere } from "@x/openapi";

/** What the commands leave in reports/; a part that was not measured is undefined. */
export interface Reports {
  readonly coverage: readonly Coverage[];
  readonly mutants: readonly MutatedVendor[] | undefined;
  readonly runtimes: Checks | undefined;
  readonly packages: Checks | undefined;
  readonly clientMutants: ClientMutants | undefined;
  readonly bench: Bench | undefined;
  readonly sources: Readonly<Record<string, Source>>;
}

export interface Coverage {
  readonly vendor: string;
  readonly documented: number;
  readonly exercised: number;
  readonly pairs: readonly { operation: string; response: string; layers: readonly string[] }[];
}

export interface MutatedVendor {
  readonly vendor: string;
  readonly openapi: string;
  readonly caught: number;
  readonly breaking: number;
  readonly mutants: readonly {
    name: string;
    direction: string;
    what: string;
    caughtBy: Readonly<Record<string, string>>;
  }[];
}

export interface Checks {
  readonly passed: number;
  readonly failed: number;
  readonly results: readonly { check: string; subject: string; outcome: string; detail: string }[];
}

export interface ClientMutants {
  readonly caught: number;
  readonly mutations: number;
}

export interface Bench {
  readonly date: string;
  readonly machine: string;
  readonly tables: readonly BenchTable[];
}

export interface BenchTable {
  readonly title: string;
  readonly how: string;
  readonly unit: string;
  readonly goal: string;
  readonly rows: readonly { name: string; value: number; ratio?: number; note?: string }[];
}

export interface Source {
  readonly sources: readonly { from: string }[];
  readonly retrieved: string;
  readonly sha256: { readonly raw: string; readonly canonical: string };
  readonly operations: readonly string[];
  readonly history: readonly string[];
}

/** @param root - the repository's root folder */
export function readReports(root: string): Reports {
  const read = <T>(path: string): T | undefined => {
    const text = readIfThere(join(root, path));
    return text === undefined ? undefined : (JSON.parse(text) as T);
  };
  const sources = read<Record<string, Source>>("specs/sources.json") ?? {};
  return {
    coverage: Object.keys(sources).flatMap((vendor) => read<Coverage>(`reports/coverage/${vendor}.json`) ?? []),
    mutants: read<{ vendors: MutatedVendor[] }>("reports/contract-mutate.json")?.vendors,
    runtimes: read("reports/runtimes.json"),
    packages: read("reports/packages.json"),
    clientMutants: read("reports/client-mutations.json"),
    bench: read("reports/bench.json"),
    sources,
  };
}
