import type { UsagePlace, UsageProgram } from "@x/generator";
import type { Compiled, LineError, Package } from "./compile.ts";

/** A place where one program does not compile on the other package. */
export interface Break {
  readonly sdk: "major" | "minor";
  readonly place: UsagePlace;
  /** What a user would see. */
  readonly message: string;
}

/** What the four compilations say. */
export interface TypesVerdict {
  readonly breaks: readonly Break[];
  /** How many places of OLD's program are used, of those that there are. */
  readonly used: number;
  readonly of: number;
}

/**
 * Where OLD's program fails on NEW's package, something that users may have written no longer compiles: major. Where NEW's
 * program fails on OLD's, there is something new: minor. A line that fails on its own package says nothing.
 */
export function typesVerdict([old, next]: readonly [Package, Package], compiled: Compiled): TypesVerdict {
  const majors = breaksOf(old.program, compiled["old on new"], compiled["old on old"], "major");
  const minors = breaksOf(next.program, compiled["new on old"], compiled["new on new"], "minor");
  const dropped = new Set(compiled["old on old"].map(({ line }) => line));
  const places = old.program.places.flatMap((place, index) => (place ? [[place, index + 1] as const] : []));
  const key = ({ operation, place }: UsagePlace): string => `${operation ?? ""} ${place}`;
  const all = new Set([...places.map(([place]) => key(place)), ...old.program.missed.map(key)]);
  const failing = new Set(places.filter(([, line]) => dropped.has(line)).map(([place]) => key(place)));
  return { breaks: [...majors, ...minors], used: all.size - failing.size - old.program.missed.length, of: all.size };
}

function breaksOf(
  { places }: UsageProgram,
  errors: readonly LineError[],
  own: readonly LineError[],
  sdk: "major" | "minor",
): Break[] {
  const dropped = new Set(own.map(({ line }) => line));
  return errors
    .filter(({ line }) => !dropped.has(line))
    .map(({ line, message }) => ({ sdk, place: places[line - 1] ?? placeOfName(message), message }));
}

/** An import that fails is about the name that it asks for. */
function placeOfName(message: string): UsagePlace {
  const name = /has no exported member (?:named )?'(\w+)'/.exec(message)?.[1] ?? "";
  const operation = /^(\w+?)(?:Operation)?(?:Inputs?|Outputs?|Error)$/.exec(name)?.[1];
  return { operation: operation && operation.charAt(0).toLowerCase() + operation.slice(1), place: name };
}
