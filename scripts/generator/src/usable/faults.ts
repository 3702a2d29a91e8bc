import {
  at,
  below,
  follow,
  isObject,
  objectOf,
  referenceIn,
  removeAt,
  roleAt,
  unsafeKeys,
  walk,
  type JsonObject,
} from "@x/openapi";

/** What no type can be made of, and where it stands. */
export interface Fault {
  readonly pointer: string;
  readonly why: string;
}

/**
 * What of a document no tool can be given: references that lead nowhere, a `$ref` where OpenAPI knows none (left to itself,
 * openapi-typescript would go and read it, from disk or from the network), and keys that mean something to JavaScript.
 *
 * @param document - loses what is of no consequence: such keys in a vendor's data, and mappings to schemas that are not
 * there; mappings by name become references
 * @param note - told of what it loses
 */
export function faultsOf(document: JsonObject, note: (text: string) => void): Fault[] {
  const faults: Fault[] = [];
  for (const pointer of unsafeKeys(document).toReversed()) {
    const why = `no key can be called ${pointer.split("/").at(-1)}`;
    if (isData(pointer)) {
      removeAt(document, pointer);
      note(`#${pointer} is left out: ${why}.`);
    } else faults.push({ pointer, why });
  }
  for (const { role, value, pointer, reference } of walk(document, { follow: true })) {
    if (reference !== undefined) {
      const { broken } = follow(document, value, pointer);
      if (broken?.pointer === pointer) faults.push({ pointer: below(pointer, "$ref"), why: whyOf(broken) });
    } else if (referenceIn(value) !== undefined) {
      faults.push({ pointer: below(pointer, "$ref"), why: `no ${role} can be a reference` });
    } else if (role === "discriminator") withoutBrokenMappings(document, value as JsonObject, pointer, note);
  }
  return faults;
}

function whyOf({ reference, why }: { reference: string; why: string }): string {
  return `the reference "${reference}" ${why}`;
}

/** Whether a pointer leads into an example, a default or an extension: what no type is made of. */
function isData(pointer: string): boolean {
  const keys = pointer.split("/").slice(0, -1);
  return keys.some((key, index) => {
    const above = keys.slice(0, index).join("/");
    if (above !== "" && roleAt(above) === undefined) return false;
    return key.startsWith("x-") || /^(example|examples|default|enum|const)$/.test(key);
  });
}

function withoutBrokenMappings(
  document: JsonObject,
  discriminator: JsonObject,
  pointer: string,
  note: (text: string) => void,
): void {
  if (!isObject(discriminator)) return;
  const mapping = objectOf(discriminator["mapping"]);
  for (const [value, target] of Object.entries(mapping)) {
    if (typeof target !== "string") continue;
    const isName = /^[\w.-]+$/.test(target);
    const reference = isName ? `#${below("/components/schemas", target)}` : target;
    if (reference.startsWith("#/") && at(document, reference) !== undefined) {
      // A bare name is a file's to openapi-typescript.
      mapping[value] = reference;
      continue;
    }
    delete mapping[value];
    note(`#${below(pointer, "mapping", value)} is left out: ${JSON.stringify(target)} leads to no schema.`);
  }
}
