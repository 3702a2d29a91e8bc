import ts from "typescript";

const F = ts.TypeFlags;
/** Declared by a platform: used as they are, not looked into. */
const PLATFORM = new Set([
  "ArrayBuffer",
  "ArrayBufferView",
  "Blob",
  "Date",
  "File",
  "FormData",
  "ReadableStream",
  "URLSearchParams",
  "Uint8Array",
]);

/** The alternatives of a type by what a program can do with them. */
export interface Parts {
  readonly hasNull: boolean;
  readonly hasUndefined: boolean;
  readonly isUnknown: boolean;
  readonly strings: readonly ts.Type[];
  readonly numbers: readonly ts.Type[];
  readonly booleans: readonly ts.Type[];
  readonly arrays: readonly ts.Type[];
  readonly platform: readonly ts.Type[];
  readonly objects: readonly ts.Type[];
}

export function partsOf(checker: ts.TypeChecker, type: ts.Type): Parts {
  const all = alternativesOf(type);
  const having = (flags: ts.TypeFlags): ts.Type[] => all.filter((part) => part.flags & flags);
  const structured = all.filter((part) => part.flags & F.Object || part.isIntersection());
  const arrays = structured.filter((part) => isArray(checker, part));
  const platform = structured.filter((part) => PLATFORM.has(nameOf(part)));
  return {
    hasNull: having(F.Null).length > 0,
    hasUndefined: having(F.Undefined).length > 0,
    isUnknown: having(F.Unknown | F.Any).length > 0,
    strings: having(F.String | F.StringLiteral | F.TemplateLiteral),
    numbers: having(F.Number | F.NumberLiteral),
    booleans: having(F.Boolean | F.BooleanLiteral),
    arrays,
    platform,
    objects: structured.filter((part) => !arrays.includes(part) && !platform.includes(part)),
  };
}

/** The types that a file exports, by name; `default` may be a name that is declared above. */
export function declaredExports(checker: ts.TypeChecker, source: ts.SourceFile | undefined): Map<string, ts.Type> {
  const module = source && checker.getSymbolAtLocation(source);
  const exports = module ? checker.getExportsOfModule(module) : [];
  return new Map(
    exports.map((each) => {
      const declared = each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each;
      return [each.name, checker.getDeclaredTypeOfSymbol(declared)];
    }),
  );
}

export function alternativesOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

export function nameOf(type: ts.Type): string {
  return type.symbol?.name ?? "";
}

export function isArray(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.isArrayType(type) || checker.isTupleType(type);
}

/** Types of the items of an array (one) or a tuple (each of its own). */
export function itemsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  return checker.getTypeArguments(type as ts.TypeReference);
}

/** A literal as it is written in a program; undefined for a type that is wider. */
export function literalOf(type: ts.Type): string | undefined {
  if (type.isStringLiteral() || type.isNumberLiteral()) return JSON.stringify(type.value);
  if (type.flags & F.BooleanLiteral) return (type as ts.Type & { intrinsicName: string }).intrinsicName;
  return undefined;
}

export function isOptional(property: ts.Symbol): boolean {
  return (property.flags & ts.SymbolFlags.Optional) !== 0;
}

/** `a.name`, or `a["na-me"]`. */
export function member(expression: string, name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${expression}.${name}` : `${expression}[${JSON.stringify(name)}]`;
}

/** The name of a property that tells the members of a union apart: a literal in each, and in no two the same. */
export function tagOf(checker: ts.TypeChecker, objects: readonly ts.Type[]): string | undefined {
  return objects[0]
    ?.getProperties()
    .map(({ name }) => name)
    .find((name) => {
      const seen = new Set<string>();
      return objects.every((object) => {
        const values = tagValues(checker, object, name);
        const isNew = values.every((value) => !seen.has(value));
        for (const value of values) seen.add(value);
        return values.length > 0 && isNew;
      });
    });
}

/** The literals that a property of an object can be; empty where it is anything else, or may be left out. */
export function tagValues(checker: ts.TypeChecker, object: ts.Type, name: string): string[] {
  const property = object.getProperty(name);
  if (!property || isOptional(property)) return [];
  const values = alternativesOf(checker.getTypeOfSymbol(property)).map(literalOf);
  return values.every((value) => value !== undefined) ? values : [];
}
