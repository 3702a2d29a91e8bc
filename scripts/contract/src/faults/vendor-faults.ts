import { below, type Json } from "@x/openapi";
import { schemasOf } from "../spec/schemas.ts";
import { examplesOf } from "../values/examples.ts";
import type { Spec } from "../spec/spec.ts";
import { undeclaredOf } from "./undeclared.ts";

/** Where a vendor's document contradicts itself. */
export interface VendorFault {
  /** `#/…/example`, `#/…/default`, or `#/…/required` with the name behind it. */
  readonly pointer: string;
  readonly why: string;
}

/** Examples and defaults that their own schemas refuse, and required properties that do not exist. */
export function vendorFaults(spec: Spec): VendorFault[] {
  const faults: VendorFault[] = undeclaredOf(spec.document).map(({ schema, name }) => ({
    pointer: `#${below(schema, "required", name)}`,
    why: "there is no such property",
  }));
  for (const { pointer, why } of faultyValues(spec)) faults.push({ pointer: `#${pointer}`, why: why.join("; ") });
  return faults;
}

/** Examples and defaults that their own schemas refuse. */
export function* faultyValues(spec: Spec): Generator<{ pointer: string; why: string[] }> {
  for (const { pointer, schema, value, direction } of examplesOf(spec)) {
    const why = spec.faults(schema, value, direction);
    if (why.length) yield { pointer, why };
  }
  for (const { pointer, schema, direction } of schemasOf(spec.document)) {
    if (schema["default"] === undefined) continue;
    const why = spec.faults(pointer, schema["default"] as Json, direction);
    if (why.length) yield { pointer: below(pointer, "default"), why };
  }
}
