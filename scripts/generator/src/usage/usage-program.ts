import ts from "typescript";
import type { GeneratedFiles } from "../generate-files.ts";
import { distinct, isAlwaysOptional, samplesOf } from "./give.ts";
import { programOf } from "./in-memory.ts";
import { type Model, Models } from "./models.ts";
import { Taker } from "./take.ts";
import { alternativesOf, declaredExports, literalOf, member } from "./type-parts.ts";
import { UsageWriter, type UsagePlace } from "./writer.ts";

/** A program that uses all of a package that a user can name or rely on. */
export interface UsageProgram {
  /** TypeScript; it stands beside the generated files. */
  readonly text: string;
  /** What each line is about, from the first on. */
  readonly places: readonly (UsagePlace | undefined)[];
  /** Places that no statement could be made for. */
  readonly missed: readonly UsagePlace[];
}

/**
 * The usage program of a package, driven by its generated types: every input with each optional part, every leaf of every
 * output and error, each model, webhook and path. Yesterday's program compiled against today's package shows what breaks.
 *
 * A file that imports the program's own neighbours: `./operations.ts`, `./models.ts` and `./schema.ts`.
 */
export function usageProgram(files: GeneratedFiles): UsageProgram {
  return new Usage({ ...files }).program();
}

class Usage {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #models = new Models();
  readonly #writer = new UsageWriter();
  readonly #taker: Taker;

  constructor(files: Readonly<Record<string, string>>) {
    this.#program = programOf(files);
    this.#checker = this.#program.getTypeChecker();
    this.#taker = new Taker(this.#checker, this.#models, this.#writer);
  }

  program(): UsageProgram {
    const operations = this.#exportsOf("operations.ts");
    const models = this.#exportsOf("models.ts");
    this.#header([...operations.keys()], [...models.keys()]);
    for (const [name, type] of models) if (isObjectType(this.#checker, type)) this.#models.add(name, type);
    const methods = operations.get("default");
    for (const method of methods ? this.#checker.getPropertiesOfType(methods) : [])
      this.#operation(method.name, operations);
    this.#writer.operation = undefined;
    for (const [name, type] of operations) if (name.endsWith("Webhook")) this.#taken(name, type, name);
    const alone = this.#alone();
    for (const [name, type] of models)
      if (alone.has(name) && !isObjectType(this.#checker, type)) this.#taken(name, type, name);
    for (const name of models.keys()) this.#writer.line(`export type Named_${name} = ${name};`, name);
    this.#modelFunctions();
    this.#paths();
    const { lines, places, missed } = this.#writer;
    return { text: `${lines.join("\n")}\n`, places, missed };
  }

  #header(operations: readonly string[], models: readonly string[]): void {
    const types = operations.filter((name) => name !== "default");
    for (const line of [
      `import type { ${types.join(", ")} } from "./operations.ts";`,
      ...(models.length ? [`import type { ${models.join(", ")} } from "./models.ts";`] : []),
      'import type { paths } from "./schema.ts";',
      "declare const client: import('./operations.ts').default;",
      "declare const s: string, n: number, b: boolean, u: unknown;",
      // No type of its own: a model may have its name.
      "declare function string<T extends string>(value: T): [T] extends [never] ? false : true;",
      "declare function number<T extends number>(value: T): [T] extends [never] ? false : true;",
      "declare function boolean<T extends boolean>(value: T): [T] extends [never] ? false : true;",
      // A model whose name is gone is any: its import says so.
      "declare function alike<M>(): <T>(value: T) => [keyof M] extends [keyof T] ? true : 0 extends 1 & M ? true : false;",
      "declare function nothing(value: never): void; declare function known<T>(value: T): [T] extends [never] ? false : true;",
      "declare function unknown(value: unknown): void;",
    ]) {
      this.#writer.plain(line);
    }
  }

  #operation(method: string, exports: ReadonlyMap<string, ts.Type>): void {
    const writer = this.#writer;
    writer.operation = method;
    const call = member("client", method);
    const type = method.charAt(0).toUpperCase() + method.slice(1);
    const name = exports.has(`${type}Output`) ? type : `${type}Operation`;
    const input = exports.get(`${name}Input`);
    const samples = input ? samplesOf(this.#checker, this.#models, input, "input") : [];
    // A function each: the compiler looks back at all that stands before a call, which is little there.
    writer.plain(`export function calls_${name}(): void {`);
    if (!input || isAlwaysOptional(input, this.#checker)) writer.line(`void ${call}();`, "input");
    for (const { text, place } of distinct(samples)) writer.line(`void ${call}(${text});`, place);
    writer.plain("}");
    writer.line(`export async function call_${name}(input: ${name}Input): Promise<${name}Output> {`, "input");
    writer.line(`const whole = await ${call}(input).withResponse();`, "output");
    writer.line("const same: globalThis.Response = whole.response; unknown(same);", "output");
    writer.line(`return whole.data;`, "output");
    writer.plain("}");
    for (const each of [`${name}Output`, `${name}Outputs`])
      if (exports.has(each)) this.#taken(each, exports.get(each) as ts.Type, "output");
    const error = exports.get(`${name}Error`);
    if (error && !(error.flags & ts.TypeFlags.Never)) this.#error(call, name, error);
  }

  #error(call: string, name: string, error: ts.Type): void {
    const writer = this.#writer;
    writer.line(`export function error_${name}(error: unknown): void {`, "error");
    writer.line(`if (!${call}.isError(error)) return;`, "error");
    for (const each of alternativesOf(error)) {
      const [status, body] = ["status", "body"].map((key) => each.getProperty(key));
      if (!status || !body) continue;
      const [first] = alternativesOf(this.#checker.getTypeOfSymbol(status)).map(literalOf);
      if (first === undefined) continue;
      writer.line(`if (error.status === ${first}) {`, `error ${first}`);
      this.#taker.take(this.#checker.getTypeOfSymbol(body), "error.body", `error ${first}`);
      writer.plain("}");
    }
    writer.plain("}");
  }

  #taken(name: string, type: ts.Type, place: string): void {
    this.#writer.line(`export function taken_${name}(value: ${name}): void {`, place);
    this.#taker.take(type, "value", place);
    this.#writer.plain("}");
  }

  /** A function a model that is taken, a variable a model that is given; either may reach more of them. */
  #modelFunctions(): void {
    const writer = this.#writer;
    const done = new Set<Model>();
    const take = (): void => {
      // A set goes on over what is added to it meanwhile.
      for (const model of this.#models.taken) {
        if (done.has(model)) continue;
        done.add(model);
        writer.line(`export function take_${model.name}(value: ${model.name}): void {`, model.name);
        this.#taker.takeMembers(model.type, "value", model.name);
        writer.plain("}");
      }
    };
    take();
    for (const model of this.#models.given) {
      writer.line(`declare let given_${model.name}: ${model.name};`, model.name);
      const samples = samplesOf(this.#checker, this.#models, model.type, model.name);
      writer.plain(`export function give_${model.name}(): void {`);
      for (const { text, place } of distinct(samples)) writer.line(`given_${model.name} = ${text};`, place);
      writer.plain("}");
    }
    for (const model of this.#models.rest()) this.#models.taken.add(model);
    take();
  }

  #paths(): void {
    const paths = this.#exportsOf("schema.ts").get("paths");
    for (const path of paths ? this.#checker.getPropertiesOfType(paths) : []) {
      const item = this.#checker.getTypeOfSymbol(path);
      for (const verb of this.#checker.getPropertiesOfType(item)) {
        const type = this.#checker.getTypeOfSymbol(verb);
        const isThere = alternativesOf(type).some(
          (part) => !(part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)),
        );
        if (verb.name === "parameters" || !isThere) continue;
        const index = `paths[${JSON.stringify(path.name)}]["${verb.name}"]`;
        this.#writer.line(
          `export type ${this.#writer.variable()} = ${index}["responses"];`,
          `${verb.name.toUpperCase()} ${path.name}`,
        );
      }
    }
  }

  /** Names that the files mention once: models that nothing but their own declaration names. */
  #alone(): Set<string> {
    const [once, more] = [new Set<string>(), new Set<string>()];
    for (const { fileName, text } of this.#program.getSourceFiles()) {
      if (!/\/(schema|models|operations)\.ts$/.test(fileName)) continue;
      for (const [word] of text.matchAll(/[\w$]+/g)) {
        if (once.has(word)) more.add(word);
        once.add(word);
      }
    }
    return new Set([...once].filter((word) => !more.has(word)));
  }

  #exportsOf(file: string): Map<string, ts.Type> {
    const source = this.#program.getSourceFiles().find(({ fileName }) => fileName.endsWith(`/${file}`));
    return declaredExports(this.#checker, source);
  }
}

/** Whether a model is one object: a function takes it as it is. Others are told apart where they stand. */
function isObjectType(checker: ts.TypeChecker, type: ts.Type): boolean {
  const isStructured = (type.flags & ts.TypeFlags.Object) !== 0 || type.isIntersection();
  return isStructured && !checker.isArrayType(type) && !checker.isTupleType(type);
}
