import { identifierWords, isIdentifier } from "../render/identifiers.ts";

/** Names that TypeScript or strict mode keeps for itself; some of them where a type stands, or begins, alone. */
const KEYWORDS =
  "abstract any arguments as asserts await bigint boolean break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in infer instanceof interface intrinsic is keyof let never new null number object package private protected public readonly return static string super switch symbol this throw true try type typeof undefined unique unknown var void while with yield";
/** What generated files use, whether or not this one does: a name must not depend on what else a document holds. */
const USED =
  "ApiDefinition ApiError Array ArrayBuffer Blob Date Exclude File FormData NonNullable Omit Operation OptionalOperation Partial Pick Promise ReadableStream Record Required Status4XX Status5XX URLSearchParams Uint8Array WithRequired components operations paths webhooks";
/** What every vendor package exports beside operations and models. */
const EXPORTED =
  "AbortError CallOptions ClientEvent ConfigError ConnectionError ResponseError SdkError TimeoutError environment pages";

const RESERVED = new Set(`${KEYWORDS} ${USED} ${EXPORTED}`.split(" "));

/**
 * The exported name of each schema component: its own, wherever that can be.
 *
 * | component | model | because |
 * | --- | --- | --- |
 * | `Room`, `video_Error`, `Größe` | the same | an identifier is kept, its case too: `Foo` stands beside `foo` |
 * | `io.k8s.api.Pod`, `a-b`, `m²` | `IoK8sApiPod`, `AB`, `M` | what no identifier has goes; each part begins with a capital |
 * | `3d`, `²` | `Model3d`, `Model` | an identifier begins with a letter |
 * | `Record`, `class`, `ApiError`, `ListRoomsInput` | `RecordModel`, … | a keyword, used by the file itself, or another export |
 * | the second of two that come out equal | `…Model`, `…Model2` | identifiers come first, then by name |
 *
 * @param components - names of the components
 * @param taken - names of the package's other exports
 * @returns the model's name by component
 */
export function modelNames(components: readonly string[], taken: ReadonlySet<string>): Map<string, string> {
  const isTaken = (name: string): boolean => RESERVED.has(name) || taken.has(name);
  const names = new Map<string, string>();
  const used = new Set<string>();
  const give = (component: string, wanted: string): void => {
    const base = isTaken(wanted) || used.has(wanted) ? `${wanted}Model` : wanted;
    let name = base;
    for (let count = 2; used.has(name) || isTaken(name); count += 1) name = `${base}${count}`;
    names.set(component, name);
    used.add(name);
  };
  const rank = (component: string): number => (!isIdentifier(component) ? 2 : isTaken(component) ? 1 : 0);
  const ordered = components.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const component of ordered) give(component, identifierOf(component));
  return names;
}

function identifierOf(component: string): string {
  if (isIdentifier(component)) return component;
  const words = identifierWords(component, "");
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return isIdentifier(joined) ? joined : `Model${joined}`;
}
