import { generateFiles, javascriptOf, type GeneratedFiles, usageProgram, type UsageProgram } from "@x/generator";
import { messageOf, type JsonObject } from "@x/openapi";
import { compilePairs, type Package } from "./compile.ts";
import { joinBreaks } from "./join.ts";
import { type Break, typesVerdict } from "./types-verdict.ts";
import type { Change } from "../types.ts";

/** What two documents are judged by, beside their changes on the wire. */
export interface Pair {
  readonly old: JsonObject;
  readonly next: JsonObject;
  readonly names: { readonly old: string; readonly next: string };
  readonly changes: readonly Change[];
}

export interface JudgedCode {
  readonly changes: readonly Change[];
  /** What a reader should know of how the code was judged. */
  readonly notes: readonly string[];
  /** What users would see of a major. */
  readonly seen: readonly string[];
}

const programs = new WeakMap<GeneratedFiles, UsageProgram>();
const packages = new WeakMap<JsonObject, GeneratedFiles>();
/** The source is named in the files: both sides have one name, so that equal documents give equal bytes. */
const SOURCE = "the document";

/** The verdict on the code of many pairs, in one call of the compiler. */
export async function judgeCode(
  pairs: readonly Pair[],
  tell: (step: string) => void = () => {},
): Promise<JudgedCode[]> {
  const generated: (readonly [GeneratedFiles, GeneratedFiles] | string)[] = [];
  for (const pair of pairs) {
    tell("generate");
    generated.push(await generatePair(pair));
  }
  const differing: (readonly [Package, Package])[] = [];
  const indexes = new Map<number, number>();
  for (const [index, files] of generated.entries()) {
    if (typeof files === "string" || areEqual(...files)) continue;
    tell("write programs");
    indexes.set(index, differing.length);
    differing.push([packageOf(files[0]), packageOf(files[1])]);
  }
  tell("compile");
  const compiled = differing.length > 0 ? await compilePairs(differing) : [];
  return pairs.map(({ changes, old, next }, index): JudgedCode => {
    const files = generated[index];
    if (typeof files === "string") return { changes, notes: [files], seen: [] };
    const at = indexes.get(index);
    const [pair, result] = at === undefined ? [] : [differing[at], compiled[at]];
    if (pair === undefined || result === undefined)
      return { changes: joinBreaks(changes, [], [next, old]), notes: [], seen: [] };
    const { breaks, used, of } = typesVerdict(pair, result);
    const joined = joinBreaks(changes, breaks, [next, old]);
    if (joined.length === 0 && javascriptOf(pair[0].files) !== javascriptOf(pair[1].files)) {
      const text = "The generated code does the same in another way.";
      joined.push({ id: "generated-code-changed", where: "", operation: null, wire: "compatible", sdk: "patch", text });
    }
    const notes = used < of ? [`The compiler judged ${used} of ${of} places of the old package.`] : [];
    return { changes: joined, notes, seen: seenIn(breaks) };
  });
}

/**
 * What users of one package would see on another, place by place: empty where all that compiled still does. So what a generator
 * changes is judged, whatever the document.
 *
 * @throws {Problem} when the compiler can't be run
 */
export async function judgePackages(old: GeneratedFiles, next: GeneratedFiles): Promise<readonly string[]> {
  if (areEqual(old, next)) return [];
  const pair = [packageOf(old), packageOf(next)] as const;
  const [compiled] = await compilePairs([pair]);
  return compiled === undefined ? [] : seenIn(typesVerdict(pair, compiled).breaks);
}

/** Each message once, with the first place that shows it. */
function seenIn(breaks: readonly Break[]): string[] {
  const seen = new Map<string, string>();
  for (const { sdk, place, message } of breaks) {
    if (sdk !== "major" || seen.has(message)) continue;
    // Users import from the package, not from its files.
    const words = message.replace(/(Module )?'"\.\/\w+\.ts"'/, "The package").replace(/ Did you mean .*\?$/, "");
    seen.set(message, `${place.operation === undefined ? "" : `${place.operation}, `}${place.place}: ${words}`);
  }
  return [...seen.values()];
}

async function generatePair({ old, next, names }: Pair): Promise<readonly [GeneratedFiles, GeneratedFiles] | string> {
  const files: GeneratedFiles[] = [];
  for (const [document, name] of [
    [old, names.old],
    [next, names.next],
  ] as const) {
    try {
      let made = packages.get(document);
      if (made === undefined) packages.set(document, (made = (await generateFiles(document, SOURCE)).files));
      files.push(made);
    } catch (thrown) {
      const why = messageOf(thrown).replaceAll(SOURCE, name);
      return `No package can be generated, so the verdict on the code is by rule and not compiled: ${why}`;
    }
  }
  return files as unknown as readonly [GeneratedFiles, GeneratedFiles];
}

function packageOf(files: GeneratedFiles): Package {
  let program = programs.get(files);
  if (program === undefined) programs.set(files, (program = usageProgram(files)));
  return { files, program };
}

function areEqual(old: GeneratedFiles, next: GeneratedFiles): boolean {
  return (Object.keys(old) as (keyof GeneratedFiles)[]).every((name) => old[name] === next[name]);
}
