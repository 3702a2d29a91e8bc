import { mutant, type Mutant } from "./mutant.ts";

/** Mutants of the names that a caller gives, and of going through pages. */
export const nameAndPageMutants: readonly Mutant[] = [
  ...(["path", "query", "header"] as const).map((place) =>
    mutant(
      `a misspelt name in a ${place} is dropped`,
      "parameters/parameters",
      "knownMembers(input[place], known, ",
      `knownMembers(input[place], place === "${place}" ? Object(input[place]) : known, `,
      "src/options/known-members.test.ts",
    ),
  ),
  mutant("no name is ever meant", "options/hint", "* 3 <= name.length", "* 3 < 0"),
  mutant("any name is meant by any", "options/hint", "* 3 <= name.length", "* 3 <= 99"),
  mutant("fifty names are listed", "options/hint", "names.length > 8", "names.length > 50"),
  mutant("pages without end go on", "operations/pages", "if (seen.has(text))", "if (false)"),
  mutant("equal inputs are other ones", "operations/pages", "seen.add(text)", "seen.add(text + seen.size)"),
  mutant("a blob is as good as another", "operations/pages", ": identity(value);", ": {};"),
  mutant(
    "a form's fields are not looked at",
    "operations/pages",
    "return [...(value as Iterable<unknown>)];",
    "return [];",
  ),
  mutant("pages forget the options of the call", "operations/pages", "current as Input, options)", "current as Input)"),
  mutant(
    "pages are asked for ahead",
    "operations/pages",
    "    yield response;\n    current = next(response, current as Input);",
    "    current = next(response, current as Input);\n    if (current) void method(current, options);\n    yield response;",
  ),
  mutant("pages call what is no method", "operations/pages", " || !method.isError", ""),
];
