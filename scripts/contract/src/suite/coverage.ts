import type { Spec } from "../spec/spec.ts";
import { vendorFaults } from "../faults/vendor-faults.ts";

/** Which documented responses of which operations were seen, and by which layer. */
export class Coverage {
  readonly #vendor: string;
  readonly #spec: Spec;
  readonly #seen = new Map<string, Set<string>>();

  constructor(vendor: string, spec: Spec) {
    this.#vendor = vendor;
    this.#spec = spec;
  }

  /** Notes that a call got this documented response and that everything about it was as documented. */
  record(operation: string, response: string, layer: string): void {
    const id = `${operation} → ${response}`;
    const layers = this.#seen.get(id) ?? new Set();
    this.#seen.set(id, layers.add(layer));
  }

  /** The documented pairs that nobody exercised. */
  missing(): string[] {
    return this.#pairs().filter((pair) => !this.#seen.has(pair));
  }

  toJSON(): object {
    const pairs = this.#pairs().map((pair) => {
      const [operation, response] = pair.split(" → ");
      return { operation, response, layers: [...(this.#seen.get(pair) ?? [])] };
    });
    const exercised = pairs.length - this.missing().length;
    // What the vendor's document has wrong is part of what a reader of the report wants to know.
    return { vendor: this.#vendor, documented: pairs.length, exercised, pairs, vendorFaults: vendorFaults(this.#spec) };
  }

  #pairs(): string[] {
    return this.#spec.operations.flatMap(({ key, responses }) =>
      responses.map((response) => `${key} → ${response.key}`),
    );
  }
}
