import ts from "typescript";
import type { Models } from "./models.ts";
import { itemsOf, literalOf, member, partsOf, tagOf, tagValues, type Parts } from "./type-parts.ts";
import { testsOf } from "./tell-apart.ts";
import type { UsageWriter } from "./writer.ts";

/** Anonymous objects in each other; a model begins anew in a function of its own. */
const MAX_DEPTH = 10;

/** Writes what a program does with values that it got: each leaf goes into a sink of its type. */
export class Taker {
  readonly #checker: ts.TypeChecker;
  readonly #models: Models;
  readonly #writer: UsageWriter;
  readonly #above: ts.Type[] = [];

  constructor(checker: ts.TypeChecker, models: Models, writer: UsageWriter) {
    this.#checker = checker;
    this.#models = models;
    this.#writer = writer;
  }

  /** Uses a value behind exactly the guard that its type asks for. */
  take(type: ts.Type, expression: string, place: string): void {
    const parts = partsOf(this.#checker, type);
    const writer = this.#writer;
    const guard = parts.hasNull
      ? parts.hasUndefined
        ? "!= null"
        : "!== null"
      : parts.hasUndefined
        ? "!== undefined"
        : "";
    const value = writer.variable();
    const isEmpty = Object.values(parts).every((part) => typeof part === "boolean" || !part.length) && !parts.isUnknown;
    writer.line(`{ const ${value} = ${expression};`, place);
    if (isEmpty) writer.line(`unknown(${value});`, place);
    else {
      if (guard) writer.line(`if (${value} ${guard}) {`, place);
      this.#use(parts, value, place);
      if (guard) writer.plain("}");
    }
    writer.plain("}");
  }

  /** Uses the members of a model, in the model's own function. */
  takeMembers(type: ts.Type, expression: string, place: string): void {
    const writer = this.#writer;
    if (this.#above.length >= MAX_DEPTH || this.#above.includes(type)) return writer.miss(place);
    this.#above.push(type);
    for (const property of this.#checker.getPropertiesOfType(type)) {
      this.take(
        this.#checker.getTypeOfSymbol(property),
        member(expression, property.name),
        `${place}.${property.name}`,
      );
    }
    const index = this.#checker.getIndexInfoOfType(type, ts.IndexKind.String);
    if (index) {
      writer.line(`for (const each of Object.values(${expression})) unknown(each);`, `${place}[key]`);
      const value = writer.variable();
      writer.line(`{ const ${value} = ${expression}["anyKey"]; if (${value} !== undefined) {`, `${place}[key]`);
      // An object that takes no property has none to know.
      if (!(index.type.flags & ts.TypeFlags.Never)) writer.line(`known(${value}) satisfies true;`, `${place}[key]`);
      this.take(index.type, value, `${place}[key]`);
      writer.plain("} }");
    }
    this.#above.pop();
  }

  #use(parts: Parts, value: string, place: string): void {
    const writer = this.#writer;
    if (parts.isUnknown) return writer.line(`unknown(${value});`, place);
    const kinds = [
      { test: `typeof ${value} === "string"`, sink: "string", types: parts.strings },
      { test: `typeof ${value} === "number"`, sink: "number", types: parts.numbers },
      { test: `typeof ${value} === "boolean"`, sink: "boolean", types: parts.booleans },
    ].filter(({ types }) => types.length);
    const structured = parts.arrays.length + parts.objects.length + parts.platform.length;
    const isMixed = kinds.length + Number(structured > 0) > 1;
    if (isMixed)
      this.#takeNothingElse(
        kinds.map(({ sink }) => sink),
        structured > 0,
        value,
        place,
      );
    for (const { test, sink, types } of kinds) {
      if (isMixed) writer.line(`if (${test}) {`, place);
      // In a branch of a test, a kind of value that is gone breaks nothing; where it is all that there was, it does.
      writer.line(isMixed ? `${sink}(${value});` : `${sink}(${value}) satisfies true;`, place);
      if (isMixed) writer.plain("}");
      for (const literal of types.map(literalOf)) {
        if (literal !== undefined) writer.line(`unknown(${value} === ${literal});`, `${place} === ${literal}`);
      }
    }
    for (const platform of parts.platform) {
      const { name } = platform.symbol;
      if (isMixed || structured > 1) writer.line(`if (${value} instanceof ${name}) unknown(${value});`, place);
      else writer.line(`{ const same: ${name} = ${value}; unknown(same); }`, place);
    }
    if (structured === 1 && !isMixed) writer.line(`known(${value}) satisfies true;`, place);
    for (const array of parts.arrays) this.#takeItems(array, value, place, isMixed || structured > 1);
    if (!parts.objects.length) return;
    const others = kinds.length > 0 || parts.arrays.length > 0 || parts.platform.length > 0;
    if (others)
      writer.line(
        `if (typeof ${value} === "object" && !Array.isArray(${value})${parts.platform.map(({ symbol }) => ` && !(${value} instanceof ${symbol.name})`).join("")}) {`,
        place,
      );
    if (others) writer.line(`known(${value}) satisfies true;`, place);
    this.#takeObjects(parts.objects, value, place);
    if (others) writer.plain("}");
  }

  /** What is of several kinds is of no other. */
  #takeNothingElse(kinds: readonly string[], isStructured: boolean, value: string, place: string): void {
    const tests = [...kinds, ...(isStructured ? ["object"] : [])].map((kind) => `typeof ${value} !== "${kind}"`);
    this.#writer.line(`if (${value} === null || (${tests.join(" && ")})) nothing(${value});`, place);
  }

  #takeItems(array: ts.Type, value: string, place: string, isGuarded: boolean): void {
    const writer = this.#writer;
    const items = itemsOf(this.#checker, array);
    if (isGuarded) writer.line(`if (Array.isArray(${value})) {`, place);
    if (this.#checker.isTupleType(array)) {
      for (const [index, item] of items.entries()) this.take(item, `${value}[${index}]`, `${place}[${index}]`);
    } else if (items[0]) {
      const each = writer.variable();
      writer.line(`for (const ${each} of ${value}) {`, place);
      this.take(items[0], each, `${place}[]`);
      writer.plain("}");
    }
    if (isGuarded) writer.plain("}");
  }

  #takeObjects(objects: readonly ts.Type[], value: string, place: string): void {
    const [only] = objects;
    if (objects.length === 1 && only) return this.#takeObject(only, value, place);
    const tag = tagOf(this.#checker, objects);
    for (const object of objects) {
      const tests =
        tag === undefined
          ? testsOf(this.#checker, object, objects, value)
          : tagValues(this.#checker, object, tag).map((each) => `${member(value, tag)} === ${each}`);
      if (!tests.length) this.#takeAlike(object, objects, value, place);
      for (const test of tests) {
        this.#writer.line(`if (${test}) {`, place);
        this.#takeObject(object, value, place);
        this.#writer.plain("}");
      }
    }
    // What all have can be read without a look at which it is.
    if (only) {
      for (const { name } of this.#checker.getPropertiesOfType(only)) {
        if (objects.every((object) => object.getProperty(name)))
          this.#writer.line(`unknown(${member(value, name)});`, `${place}.${name}`);
      }
    }
  }

  /** Uses the properties of a member that nothing tells from another: each by itself, as far as it is the same in all. */
  #takeAlike(object: ts.Type, objects: readonly ts.Type[], value: string, place: string): void {
    if (this.#above.length >= MAX_DEPTH || this.#above.includes(object)) return this.#writer.miss(place);
    this.#above.push(object);
    for (const { name } of this.#checker.getPropertiesOfType(object)) {
      const having = objects.filter((other) => other.getProperty(name));
      const types = having.map((other) => this.#checker.getTypeOfSymbol(other.getProperty(name) as ts.Symbol));
      const [first, ...others] = types;
      const at = `${place}.${name}`;
      const isEverywhere = having.length === objects.length;
      if (!isEverywhere) this.#writer.line(`if (${JSON.stringify(name)} in ${value}) {`, at);
      if (first && others.every((other) => other === first)) this.take(first, member(value, name), at);
      else this.#writer.line(`unknown(${member(value, name)});`, at);
      if (!isEverywhere) this.#writer.plain("}");
    }
    this.#above.pop();
  }

  #takeObject(object: ts.Type, value: string, place: string): void {
    const model = this.#models.of(object);
    if (!model) return this.takeMembers(object, value, place);
    this.#models.taken.add(model);
    // Another model in its place may lack what is optional in this one.
    this.#writer.line(`alike<${model.name}>()(${value}) satisfies true; take_${model.name}(${value});`, place);
  }
}
