import ts from "typescript";
import { isOptional, member, tagValues } from "./type-parts.ts";

/** The tests that tell one member of a union from all others: one or none. */
export function testsOf(
  checker: ts.TypeChecker,
  object: ts.Type,
  objects: readonly ts.Type[],
  value: string,
): readonly string[] {
  const test = testOf(checker, object, objects, value);
  return test === undefined ? [] : [test];
}

/**
 * A test that tells one member of a union from all others, where no one property does so for all: a property that it alone has,
 * else a test for each of the others. Undefined where nothing tells it from one of them.
 */
function testOf(
  checker: ts.TypeChecker,
  object: ts.Type,
  objects: readonly ts.Type[],
  value: string,
): string | undefined {
  const others = objects.filter((other) => other !== object);
  const own = propertiesOf(checker, object).find((name) => others.every((other) => !other.getProperty(name)));
  if (own !== undefined && !hasTag(checker, object, objects)) return isIn(own, value);
  const tests = new Set<string>();
  // Those of which a test is true of none are tried no more.
  let left = others;
  for (const other of others) {
    if (!left.includes(other)) continue;
    const found = testAgainst(checker, object, other, objects, value);
    if (found === undefined) return undefined;
    for (const test of found.tests) tests.add(test);
    left = left.filter((each) => !found.excludes(each));
  }
  // What names are there is asked first: then a tag can be read that not all have.
  return [...tests]
    .toSorted((one, another) => Number(one.includes("===")) - Number(another.includes("===")))
    .join(" && ");
}

/** Whether a property is a literal in all, and in this one another than in some. */
function hasTag(checker: ts.TypeChecker, object: ts.Type, objects: readonly ts.Type[]): boolean {
  return propertiesOf(checker, object).some((name) => {
    const values = objects.map((each) => tagValues(checker, each, name));
    return values.every(({ length }) => length > 0) && new Set(values.flat()).size > 1;
  });
}

interface Test {
  readonly tests: readonly string[];
  /** Whether the test is false of a member. */
  readonly excludes: (member: ts.Type) => boolean;
}

function testAgainst(
  checker: ts.TypeChecker,
  object: ts.Type,
  other: ts.Type,
  objects: readonly ts.Type[],
  value: string,
): Test | undefined {
  for (const name of propertiesOf(checker, object)) {
    const [own, theirs] = [tagValues(checker, object, name), tagValues(checker, other, name)];
    if (own.length === 0 || theirs.length === 0 || own.some((each) => theirs.includes(each))) continue;
    const equal = own.map((each) => `${member(value, name)} === ${each}`).join(" || ");
    const isEverywhere = objects.every((each) => each.getProperty(name));
    return {
      tests: [...(isEverywhere ? [] : [isIn(name, value)]), own.length > 1 ? `(${equal})` : equal],
      excludes: (each) => {
        const literals = tagValues(checker, each, name);
        return literals.length > 0 && !own.some((literal) => literals.includes(literal));
      },
    };
  }
  const more = propertiesOf(checker, object).find((name) => !other.getProperty(name));
  if (more !== undefined) return { tests: [isIn(more, value)], excludes: (each) => !each.getProperty(more) };
  const less = propertiesOf(checker, other).find((name) => isDemanded(other, name) && !object.getProperty(name));
  if (less === undefined) return undefined;
  return { tests: [`!(${isIn(less, value)})`], excludes: (each) => isDemanded(each, less) };
}

function isIn(name: string, value: string): string {
  return `${JSON.stringify(name)} in ${value}`;
}

function isDemanded(object: ts.Type, name: string): boolean {
  const property = object.getProperty(name);
  return property !== undefined && !isOptional(property);
}

function propertiesOf(checker: ts.TypeChecker, object: ts.Type): string[] {
  return checker.getPropertiesOfType(object).map(({ name }) => name);
}
