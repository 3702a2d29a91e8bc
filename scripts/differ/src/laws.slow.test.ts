import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { compareByRule } from "./diff.ts";
import { operationSteps } from "./testing/operation-steps.ts";
import { steps } from "./testing/schema-steps.ts";
import { randomSpec, shuffled, toVersion30 } from "./testing/random-spec.ts";
import { schemaSites } from "./testing/sites.ts";

const settings = { seed: 20_261_121, numRuns: 60 };

describe("what is no change", () => {
  test("a document and itself", () => {
    fc.assert(
      fc.property(randomSpec, (spec) => {
        expect(compareByRule(spec, structuredClone(spec))).toEqual({ wire: "compatible", sdk: "none", changes: [] });
      }),
      settings,
    );
  });

  test("another order of keys, other examples and extensions", () => {
    fc.assert(
      fc.property(randomSpec, (spec) => {
        expect(compareByRule(spec, shuffled(spec) as JsonObject).changes).toEqual([]);
      }),
      settings,
    );
  });

  test("3.0 and 3.1 writing of the same, either way", () => {
    fc.assert(
      fc.property(randomSpec, (spec) => {
        const older = toVersion30(spec) as JsonObject;
        expect(compareByRule(older, spec).changes).toEqual([]);
        expect(compareByRule(spec, older).changes).toEqual([]);
      }),
      settings,
    );
  });
});

describe("every single step is found, in every direction that it is used in, and nothing else is", () => {
  test.each(steps)("$name", (step) => {
    let tried = 0;
    fc.assert(
      fc.property(randomSpec, fc.nat(), fc.boolean(), (spec, choice, older) => {
        const sites = schemaSites(spec).filter(({ schema }) => step.fits(schema));
        const site = sites[choice % sites.length];
        fc.pre(site !== undefined);
        const next = structuredClone(spec);
        step.apply(next, site.pointer);
        const { changes } = older
          ? compareByRule(toVersion30(spec) as JsonObject, toVersion30(next) as JsonObject)
          : compareByRule(spec, next);
        tried += 1;
        const told = changes.map(({ id, wire, sdk }) => `${id} ${wire} ${sdk}`).toSorted();
        const expected = site.directions.map((way) => `${way}-${step.kind} ${step.verdicts[way]}`).toSorted();
        // What one alternative refuses another may take: then it is a risk.
        const isExcused = JSON.stringify(spec).includes('"anyOf"');
        const excused = expected.map((line, index) =>
          told[index] === line.replace("breaking", "risky") ? told[index] : line,
        );
        expect(told).toEqual(isExcused ? excused : expected);
        for (const { where } of changes) expect(where.startsWith(site.pointer)).toBe(true);
      }),
      settings,
    );
    expect(tried).toBe(settings.numRuns);
  });
});

describe("every single step of an operation is found, and nothing else is", () => {
  test.each(operationSteps)("$name", ({ apply, expected }) => {
    fc.assert(
      fc.property(randomSpec, fc.boolean(), (spec, older) => {
        const next = structuredClone(spec);
        apply(next);
        const { changes } = older
          ? compareByRule(toVersion30(spec) as JsonObject, toVersion30(next) as JsonObject)
          : compareByRule(spec, next);
        expect(changes.map(({ id, wire, sdk }) => `${id} ${wire} ${sdk}`).toSorted()).toEqual(expected);
      }),
      { ...settings, numRuns: 25 },
    );
  });
});
