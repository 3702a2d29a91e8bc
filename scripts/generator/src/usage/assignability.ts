import ts from "typescript";
import type { GeneratedFiles } from "../generate-files.ts";
import { programOf } from "./in-memory.ts";
import { declaredExports } from "./type-parts.ts";

const F = ts.TypeFlags;
/** Deeper than that, what is missing shows above as well. */
const MAX_DEPTH = 8;

/** How two packages differ, by the checker alone and by no program. */
export interface PackageDifference {
  /**
   * What code written against the old package loses: names that are gone, inputs that are no longer taken, outputs that hold
   * what they did not, properties, index signatures and literals that are missing.
   */
  readonly lost: readonly string[];
  /** The same the other way round: what is new. */
  readonly gained: readonly string[];
  readonly hasSameCode: boolean;
}

export function comparePackages(
  pairs: readonly (readonly [old: GeneratedFiles, next: GeneratedFiles])[],
): PackageDifference[] {
  const files: { [name: string]: string } = {};
  for (const [index, [old, next]] of pairs.entries()) {
    for (const [name, text] of Object.entries(old)) files[`${index}/old/${name}`] = text as string;
    for (const [name, text] of Object.entries(next)) files[`${index}/new/${name}`] = text as string;
  }
  const program = programOf(files);
  return pairs.map(([old, next], index) => ({
    lost: new Comparison(program, `${index}/old`, `${index}/new`).lost(),
    gained: new Comparison(program, `${index}/new`, `${index}/old`).lost(),
    hasSameCode: codeOf(old) === codeOf(next),
  }));
}

function codeOf(files: GeneratedFiles): string {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, removeComments: true };
  return Object.values(files)
    .map((text: string) => ts.transpile(text, options))
    .join("\n");
}

class Comparison {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #old: string;
  readonly #next: string;
  readonly #seen = new Set<ts.Type>();

  constructor(program: ts.Program, old: string, next: string) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
    this.#old = old;
    this.#next = next;
  }

  lost(): string[] {
    const found: string[] = [];
    for (const file of ["operations.ts", "models.ts"]) {
      const [before, after] = [this.#exportsOf(this.#old, file), this.#exportsOf(this.#next, file)];
      for (const [name, old] of before) {
        const next = after.get(name);
        if (next === undefined) found.push(`${name} is gone`);
        else if (file === "operations.ts") found.push(...this.#lostIn(name, old, next));
        // What no operation names may come by a callback.
        else if (!this.#seen.has(old)) found.push(...this.#lostIn(`${name}Output`, old, next));
      }
    }
    const [paths, others] = [this.#old, this.#next].map((folder) => this.#exportsOf(folder, "schema.ts").get("paths"));
    if (paths && others) found.push(...this.#lostVerbs(paths, others));
    return [...new Set(found)];
  }

  #lostIn(name: string, old: ts.Type, next: ts.Type): string[] {
    const missing = this.#missing(old, [next], name, []);
    if (name === "default")
      return this.#checker
        .getPropertiesOfType(old)
        .flatMap((method) => (next.getProperty(method.name) ? [] : [`${method.name} is gone`]));
    const isInput = name.endsWith("Input");
    if (!isInput && !/(Outputs?|Error|Webhook)$/.test(name)) return [];
    const [given, taken] = isInput ? [old, next] : [next, old];
    return this.#checker.isTypeAssignableTo(given, taken) ? missing : [`${name} is not assignable`, ...missing];
  }

  /** Every property, index signature and literal of a type that another does not have at the same place. */
  #missing(old: ts.Type, nexts: readonly ts.Type[], place: string, above: readonly ts.Type[]): string[] {
    if (nexts.includes(old) || above.includes(old) || above.length > MAX_DEPTH) return [];
    const found: string[] = [];
    this.#seen.add(old);
    const [before, after] = [partsOf(old), nexts.flatMap(partsOf)];
    if (after.some(({ flags }) => flags & (F.Any | F.Unknown))) return [];
    for (const part of before) {
      this.#seen.add(part);
      if (part.flags & F.BooleanLiteral || part.isStringLiteral() || part.isNumberLiteral()) {
        if (!after.some((other) => this.#mayBe(part, other)))
          found.push(`${place} === ${this.#checker.typeToString(part)}`);
        continue;
      }
      if (!(part.flags & F.Object) && !part.isIntersection()) continue;
      const items = this.#itemsOf(part);
      if (items) {
        const others = after.flatMap((other) => this.#itemsOf(other) ?? []);
        for (const item of others.length > 0 ? items : [])
          found.push(...this.#missing(item, others, `${place}[]`, [...above, old]));
        continue;
      }
      if (isPlatform(this.#program, part)) continue;
      const all = after.filter((other) => (other.flags & F.Object || other.isIntersection()) && !this.#itemsOf(other));
      const objects = all.filter((other) => this.#haveOneTag(part, other));
      for (const property of this.#checker.getPropertiesOfType(part)) {
        const at = `${place}.${property.name}`;
        const others = objects.flatMap((object) => object.getProperty(property.name) ?? []);
        const types = others.map((other) => this.#checker.getTypeOfSymbol(other)).filter((type) => !isNever(type));
        const own = this.#checker.getTypeOfSymbol(property);
        if (isNever(own)) continue;
        if (types.length === 0) found.push(at);
        else found.push(...this.#missing(own, types, at, [...above, old]));
      }
      const index = this.#checker.getIndexInfoOfType(part, ts.IndexKind.String);
      if (!index || isNever(index.type)) continue;
      const others = objects
        .flatMap((object) => this.#checker.getIndexInfoOfType(object, ts.IndexKind.String)?.type ?? [])
        .filter((type) => !isNever(type));
      if (others.length === 0) found.push(`${place}[key]`);
      else found.push(...this.#missing(index.type, others, `${place}[key]`, [...above, old]));
    }
    return found;
  }

  /** Whether no property that is a literal in both says that they are two alternatives. */
  #haveOneTag(part: ts.Type, other: ts.Type): boolean {
    return this.#checker.getPropertiesOfType(part).every((property) => {
      const theirs = other.getProperty(property.name);
      if (theirs === undefined) return true;
      const [left, right] = [property, theirs].map((each) => partsOf(this.#checker.getTypeOfSymbol(each)));
      const isLiteral = (types: readonly ts.Type[] = []): boolean => types.every((type) => type.isLiteral());
      return !isLiteral(left) || !isLiteral(right) || left?.some((type) => right?.includes(type)) === true;
    });
  }

  /** Whether comparing with a literal makes sense. */
  #mayBe(literal: ts.Type, other: ts.Type): boolean {
    return this.#checker.isTypeAssignableTo(literal, other) || this.#checker.isTypeAssignableTo(other, literal);
  }

  #itemsOf(type: ts.Type): readonly ts.Type[] | undefined {
    const isList = this.#checker.isArrayType(type) || this.#checker.isTupleType(type);
    return isList ? this.#checker.getTypeArguments(type as ts.TypeReference) : undefined;
  }

  #lostVerbs(paths: ts.Type, others: ts.Type): string[] {
    const verbs = (type: ts.Type): Set<string> =>
      new Set(
        this.#checker.getPropertiesOfType(type).flatMap((path) =>
          this.#checker
            .getPropertiesOfType(this.#checker.getTypeOfSymbol(path))
            .filter((verb) => verb.name !== "parameters" && !isNever(this.#checker.getTypeOfSymbol(verb)))
            .map((verb) => `${verb.name} ${path.name}`),
        ),
      );
    const after = verbs(others);
    return [...verbs(paths)].filter((verb) => !after.has(verb)).map((verb) => `${verb} is gone`);
  }

  #exportsOf(folder: string, file: string): Map<string, ts.Type> {
    const source = this.#program.getSourceFiles().find(({ fileName }) => fileName.endsWith(`/${folder}/${file}`));
    return declaredExports(this.#checker, source);
  }
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** Whether a type has no value but undefined. */
function isNever(type: ts.Type): boolean {
  return partsOf(type).every(({ flags }) => flags & (F.Never | F.Undefined));
}

/** Whether a platform declares a type, or the client: those are used as they are. */
function isPlatform(program: ts.Program, type: ts.Type): boolean {
  const file = type.symbol?.declarations?.[0]?.getSourceFile();
  return (
    file !== undefined &&
    (program.isSourceFileDefaultLibrary(file) || file.fileName.includes("node_modules")) &&
    type.symbol.name !== "__type"
  );
}
