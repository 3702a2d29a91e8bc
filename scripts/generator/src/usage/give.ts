import ts from "typescript";
import type { Models } from "./models.ts";
import { alternativesOf, isOptional, itemsOf, literalOf, member, partsOf } from "./type-parts.ts";

/** Deeper than any input that is written by hand. */
const MAX_DEPTH = 6;

/** An expression that a user can write where a type is asked for, and the place that it tries. */
export interface Sample {
  readonly text: string;
  readonly place: string;
}

/**
 * Expressions of a type: the first has what is required alone; of the others each has one optional part, or one other
 * alternative, more. Objects are fresh literals, so that a property that is no longer known is an error.
 */
export function samplesOf(checker: ts.TypeChecker, models: Models, type: ts.Type, place: string, depth = 0): Sample[] {
  const parts = partsOf(checker, type);
  const as = (texts: readonly string[]): Sample[] => texts.map((text) => ({ text, place }));
  return [
    ...parts.objects.flatMap((object) => objectSamples(checker, models, object, place, depth)),
    ...parts.arrays.flatMap((array) => [
      ...(checker.isTupleType(array) ? [] : as(["[]"])),
      ...arraySamples(checker, models, array, place, depth),
    ]),
    ...as(parts.platform.map((part) => `({} as ${part.symbol.name})`)),
    ...as(parts.strings.map((part) => literalOf(part) ?? "s")),
    ...as(parts.numbers.map((part) => literalOf(part) ?? "n")),
    ...as(parts.booleans.length > 1 ? ["b"] : parts.booleans.map((part) => literalOf(part) ?? "b")),
    ...as(parts.isUnknown ? ["u"] : []),
    ...as(parts.hasNull ? ["null"] : []),
    ...as(parts.hasUndefined ? ["undefined"] : []),
  ];
}

function arraySamples(checker: ts.TypeChecker, models: Models, array: ts.Type, place: string, depth: number): Sample[] {
  if (depth >= MAX_DEPTH) return [];
  const items = itemsOf(checker, array).map((item) => samplesOf(checker, models, item, `${place}[]`, depth + 1));
  if (!checker.isTupleType(array)) {
    return (items[0] ?? []).map(({ text, place: of }) => ({ text: `[${text}]`, place: of }));
  }
  return [{ text: `[${items.map((samples) => samples[0]?.text ?? "null!").join(", ")}]`, place }];
}

function objectSamples(
  checker: ts.TypeChecker,
  models: Models,
  object: ts.Type,
  place: string,
  depth: number,
): Sample[] {
  const model = models.of(object);
  if (model && depth > 0) {
    models.given.add(model);
    return [{ text: `given_${model.name}`, place }, ...namedMembers(checker, object, `given_${model.name}`, place)];
  }
  if (depth >= MAX_DEPTH) return [];
  const properties = checker.getPropertiesOfType(object);
  const samples = new Map(
    properties.map((property) => {
      const type = checker.getTypeOfSymbol(property);
      const all = samplesOf(checker, models, type, `${place}.${property.name}`, depth + 1);
      // What must be given is never undefined, whatever an intersection makes of it.
      return [property, isOptional(property) ? all : all.filter(({ text }) => text !== "undefined")] as const;
    }),
  );
  const required = properties.filter((property) => !isOptional(property));
  const base = new Map(required.map((property) => [property.name, samples.get(property)?.[0]?.text ?? "null!"]));
  const literal = (name: string, text: string): string => {
    const members = [...new Map([...base, [name, text]])];
    return `{ ${members.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(", ")} }`;
  };
  const least = `{ ${[...base].map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(", ")} }`;
  const more = properties.flatMap((property) =>
    (samples.get(property) ?? [])
      // Those of a required property begin with what the least has already.
      .slice(isOptional(property) ? 0 : 1)
      .map((sample) => ({ text: literal(property.name, sample.text), place: sample.place })),
  );
  const index = checker.getIndexInfoOfType(object, ts.IndexKind.String);
  const open = index ? samplesOf(checker, models, index.type, `${place}[key]`, depth + 1) : [];
  return [
    { text: least, place },
    ...more,
    ...open
      .filter(({ text }) => text !== "undefined")
      .map(({ text, place: of }) => ({ text: literal("anyKey", text), place: of })),
  ];
}

/** A fresh literal that names all that a model has: another model in its place may not know one of them. */
function namedMembers(checker: ts.TypeChecker, object: ts.Type, given: string, place: string): Sample[] {
  const names = checker.getPropertiesOfType(object).map(({ name }) => name);
  if (names.length === 0) return [];
  return [{ text: `{ ${names.map((name) => `${JSON.stringify(name)}: ${member(given, name)}!`).join(", ")} }`, place }];
}

/** Whether a type can be left out of a call altogether. */
export function isAlwaysOptional(type: ts.Type, checker: ts.TypeChecker): boolean {
  return alternativesOf(type).some((part) => checker.getPropertiesOfType(part).every(isOptional));
}

/** Samples that are written alike once. */
export function distinct(samples: readonly Sample[]): Sample[] {
  return [...new Map(samples.map((sample) => [sample.text, sample])).values()];
}
