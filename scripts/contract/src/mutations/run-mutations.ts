import { removeAt, type JsonObject } from "@x/openapi";
import { LAYERS, type Layer } from "../layers/contract-case.ts";
import { contractCases } from "../layers/contract-cases.ts";
import { startMock } from "@x/mock";
import { forPrism } from "../faults/for-prism.ts";
import { examplesOf } from "../values/examples.ts";
import { Spec } from "../spec/spec.ts";
import type { ContractVendor } from "../suite/contract.ts";
import { Coverage } from "../suite/coverage.ts";
import { harmlessMutations } from "./harmless-mutations.ts";
import type { Mutation } from "./mutation.ts";
import { propertyMutations } from "./property-mutations.ts";
import { requestMutations } from "./request-mutations.ts";
import { responseMutations } from "./response-mutations.ts";

/** What became of one mutant. */
export interface MutantResult {
  readonly name: string;
  readonly direction: Mutation["direction"];
  /** Where the spec was changed. */
  readonly what: string;
  readonly document: JsonObject;
  /** What the layers that failed had to say. */
  readonly caughtBy: Partial<Record<Layer | "types", string>>;
}

/**
 * Plays the vendor who changes the API: serves each mutant of the spec and runs the contract tests that are pinned to
 * the original.
 */
export async function runMutations(vendor: ContractVendor, document: JsonObject): Promise<MutantResult[]> {
  const pinned = new Spec(document);
  const results: MutantResult[] = [];
  const unchanged: Mutation = { name: "nothing", direction: "harmless", apply: () => "the spec as it is" };
  const all = [unchanged, ...harmlessMutations, ...responseMutations, ...propertyMutations, ...requestMutations];
  for (const [index, mutation] of all.entries()) {
    const mutant = mutate(pinned, mutation, index);
    if (!mutant) continue;
    const { name, direction } = mutation;
    results.push({ name, direction, ...mutant, caughtBy: await caughtBy(vendor, pinned, mutant.document) });
  }
  return results;
}

/** The mutant, at the first operation that offers something to change; each mutation starts looking at another one. */
function mutate(pinned: Spec, mutation: Mutation, index: number): { document: JsonObject; what: string } | undefined {
  const { operations } = pinned;
  for (let step = 0; step < operations.length; step += 1) {
    const document = structuredClone(pinned.document);
    const operation = operations[(index + step) % operations.length];
    const what = operation && mutation.apply(document, operation);
    if (what === undefined) continue;
    dropStaleExamples(pinned, document);
    return { document, what };
  }
  return undefined;
}

/** A vendor who changes a schema changes its examples too: those that no longer fit go. */
function dropStaleExamples(pinned: Spec, document: JsonObject): void {
  const before = new Set(faultyExamples(pinned));
  for (const pointer of faultyExamples(new Spec(document))) {
    if (!before.has(pointer)) removeAt(document, pointer);
  }
}

function faultyExamples(spec: Spec): string[] {
  return examplesOf(spec)
    .filter(({ schema, value, direction }) => spec.faults(schema, value, direction).length)
    .map(({ pointer }) => pointer);
}

async function caughtBy(
  vendor: ContractVendor,
  pinned: Spec,
  document: JsonObject,
): Promise<Partial<Record<Layer, string>>> {
  const served = new Spec(document);
  await using mock = await startMock(forPrism(new Spec(document)));
  const contract = { vendor, pinned, served, url: () => mock.url, coverage: new Coverage(vendor.name, pinned) };
  const found: Partial<Record<Layer, string>> = {};
  const cases = contractCases(contract);
  for (const layer of LAYERS) {
    for (const { name, run } of cases.filter((item) => item.layer === layer)) {
      try {
        await run();
      } catch (thrown) {
        found[layer] = `${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
        break;
      }
    }
  }
  return found;
}
