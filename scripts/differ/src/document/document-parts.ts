import { isDeepStrictEqual } from "node:util";
import { below, isObject, type Json, type JsonObject } from "@x/openapi";
import { compareDocumentation } from "./documentation.ts";
import type { Operation } from "../operations/operation-list.ts";
import { compareWebhooks } from "../operations/webhooks.ts";
import type { Scope, Walk } from "./scope.ts";
import { schemeIdentity } from "../operations/security.ts";
import { objectAt } from "../normal-form/side.ts";

const infoKeywords = ["title", "summary", "description", "termsOfService", "contact", "license", "version"];

/** Compares what belongs to no operation: the document's own text, webhooks and the details of security schemes. */
export function compareDocumentParts(walk: Walk, old: readonly Operation[], next: readonly Operation[]): void {
  const scope = walk.root("document", "request");
  const before = { pointer: "", value: walk.old.document };
  const after = { pointer: "", value: walk.next.document };
  // The version is the vendor's word: it moves without changes and stays through breaking ones. It is but text.
  compareDocumentation(
    scope,
    { pointer: "/info", value: objectAt(before.value, "info") },
    { pointer: "/info", value: objectAt(after.value, "info") },
    infoKeywords,
  );
  compareDocumentation(scope, before, after, ["tags", "externalDocs"]);
  compareServerDescriptions(scope);
  compareWebhooks(scope, before.value["webhooks"], after.value["webhooks"]);
  compareSchemes(scope, new Set([...schemesUsed(walk.old.document, old), ...schemesUsed(walk.next.document, next)]));
}

/** Servers themselves are compared by the operations that are called there. */
function compareServerDescriptions(scope: Scope): void {
  const [old, next] = [scope.walk.old, scope.walk.next].map(({ document }) => document["servers"]);
  if (!Array.isArray(old) || !Array.isArray(next)) return;
  for (const [index, server] of next.filter(isObject).entries()) {
    const former = old.filter(isObject).find(({ url }) => url === server["url"]);
    const pointer = below("/servers", index);
    if (former !== undefined)
      compareDocumentation(scope, { pointer, value: former }, { pointer, value: server }, ["description"]);
  }
}

function compareSchemes(scope: Scope, used: ReadonlySet<string>): void {
  const pointer = "/components/securitySchemes";
  const old = objectAt(objectAt(scope.walk.old.document, "components"), "securitySchemes");
  const next = objectAt(objectAt(scope.walk.next.document, "components"), "securitySchemes");
  const added = new Set(Object.keys(next).filter((name) => !Object.hasOwn(old, name)));
  for (const name of Object.keys(old)) {
    const where = below(pointer, name);
    const before = scope.walk.old.resolve(old[name], where);
    const heir = !Object.hasOwn(next, name) ? [...added].find((other) => sameScheme(old[name], next[other])) : name;
    if (heir === undefined) {
      // One that operations use is told by them.
      if (!used.has(name))
        scope.report("unused-security-scheme-changed", where, `The unused security scheme ${name} is gone.`);
      continue;
    }
    added.delete(heir);
    const after = scope.walk.next.resolve(next[heir], below(pointer, heir));
    if (heir !== name) {
      const text = `The security scheme ${name} is called ${heir} now.`;
      scope.report("security-scheme-renamed", after.pointer, text);
    }
    if (schemeIdentity(before.value) !== schemeIdentity(after.value)) {
      if (!used.has(name))
        scope.report("unused-security-scheme-changed", where, `The unused security scheme ${name} changed.`);
      continue;
    }
    compareDocumentation(scope, before, after, ["description", "bearerFormat"]);
    const [was, is] = [flowsOf(before.value), flowsOf(after.value)];
    const gone = [...was].filter((flow) => !is.has(flow));
    const noun = `the security scheme ${heir}`;
    if (gone.length > 0)
      scope.report(
        "security-details-changed",
        after.pointer,
        `A token for ${noun} is no longer had by ${gone.join(", ")}.`,
      );
    else if (was.size < is.size || !isDeepStrictEqual(before.value["flows"], after.value["flows"]))
      scope.report("security-details-added", after.pointer, `There is more to read of how a token for ${noun} is had.`);
  }
  for (const name of added) {
    if (!used.has(name))
      scope.report("unused-security-scheme-changed", below(pointer, name), `The security scheme ${name} is new.`);
  }
}

/** Each way to a token, with the addresses that it is asked for at. */
function flowsOf({ flows, oauth2MetadataUrl }: JsonObject): Set<string> {
  const ways = Object.entries(isObject(flows) ? flows : {}).flatMap(([name, flow]) =>
    ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"].flatMap((key) =>
      isObject(flow) && typeof flow[key] === "string" ? [`${name} at ${flow[key]}`] : [],
    ),
  );
  return new Set(typeof oauth2MetadataUrl === "string" ? [...ways, oauth2MetadataUrl] : ways);
}

function sameScheme(left: Json | undefined, right: Json | undefined): boolean {
  return isObject(left) && isObject(right) && schemeIdentity(left) === schemeIdentity(right);
}

/** The names that `security` asks for anywhere. */
function schemesUsed(document: Json, operations: readonly Operation[]): string[] {
  const lists = [document, ...operations.map(({ place }) => place.value)].map((holder) =>
    isObject(holder) && Array.isArray(holder["security"]) ? holder["security"] : [],
  );
  return lists.flat().flatMap((requirement) => (isObject(requirement) ? Object.keys(requirement) : []));
}
