import { statSync } from "node:fs";
import { join } from "node:path";
import { readIfThere } from "@x/openapi";
import { readResults } from "../bench/read-results.ts";
import type { Row } from "../bench/table.ts";
import type { DriftReport } from "../drift/drift.ts";
import { specChanges, type SpecChanges } from "./spec-changes.ts";

/** What the commands leave in reports/; a part that was not measured is undefined. */
export interface Reports {
  readonly coverage: readonly Coverage[];
  readonly mutants: readonly MutatedVendor[] | undefined;
  readonly runtimes: Checks | undefined;
  readonly packages: Checks | undefined;
  readonly clientMutants: ClientMutants | undefined;
  readonly bench: Bench | undefined;
  readonly sources: Readonly<Record<string, Source>>;
  readonly drift: { readonly date: string; readonly reports: readonly DriftReport[] } | undefined;
  /** Documents of others that were tried. */
  readonly tried: readonly TriedDocument[] | undefined;
  readonly changes: readonly SpecChanges[];
}

export interface TriedDocument {
  readonly source: string;
  readonly operations: number;
  readonly generated: number;
  readonly typecheck: boolean | string;
  readonly contract?: { readonly passed: number; readonly failed: number };
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
  readonly rows: readonly Row[];
}

export interface Source {
  readonly sources: readonly { from: string }[];
  readonly retrieved: string;
  readonly sha256: { readonly raw: string; readonly canonical: string };
  readonly operations: readonly string[];
  readonly history: readonly string[];
}

const DRIFT = "reports/drift.json";
const RESULTS = "scripts/commands/src/bench/RESULTS.md";

function dateOf(path: string): string {
  return statSync(path).mtime.toISOString().slice(0, 10);
}

/** @param root - the repository's root folder */
export async function readReports(root: string): Promise<Reports> {
  const read = <T>(path: string): T | undefined => {
    const text = readIfThere(join(root, path));
    return text === undefined ? undefined : (JSON.parse(text) as T);
  };
  const drift = read<readonly DriftReport[]>(DRIFT);
  const sources = read<Record<string, Source>>("specs/sources.json") ?? {};
  return {
    coverage: Object.keys(sources).flatMap((vendor) => read<Coverage>(`reports/coverage/${vendor}.json`) ?? []),
    mutants: read<{ vendors: MutatedVendor[] }>("reports/contract-mutate.json")?.vendors,
    runtimes: read("reports/runtimes.json"),
    packages: read("reports/packages.json"),
    clientMutants: read("reports/client-mutations.json"),
    // The last whole run is committed.
    bench: read("reports/bench.json") ?? readResults(readIfThere(join(root, RESULTS)) ?? ""),
    sources,
    drift: drift && { date: dateOf(join(root, DRIFT)), reports: drift },
    tried: read("reports/specs-check.json"),
    changes: await specChanges(root, Object.keys(sources)),
  };
}
