import { isDeepStrictEqual } from "node:util";
import { below, type Json } from "@x/openapi";
import { homeOf } from "./compare.ts";
import { isUnknownKeyword } from "./keywords.ts";
import { documentationSentence } from "../document/documentation.ts";
import type { Scope } from "../document/scope.ts";
import type { Norm } from "../normal-form/norm.ts";
import { show } from "../wording.ts";

/** Text for people. Only the pages and comments made from it change with it. */
const documentationKeywords = ["title", "description", "externalDocs", "summary"];

/** Compares what two schemas say beside what they allow: documentation, `deprecated`, defaults, keywords that nobody knows. */
export function compareWords(scope: Scope, old: Norm, next: Norm): void {
  for (const keyword of documentationKeywords) {
    const [before, after] = [textsOf(old, keyword), textsOf(next, keyword)];
    if (isDeepStrictEqual(before.texts, after.texts)) continue;
    const where = (after.texts.length > 0 ? after : before).pointer;
    const text = documentationSentence(scope, keyword, where, before.texts.length > 0, after.texts.length > 0);
    scope.report("documentation-changed", where, text);
  }
  const [was, is] = [old, next].map((norm) => norm.places.find(({ value }) => value["deprecated"] === true));
  if (was === undefined && is !== undefined)
    scope.report("deprecated", below(is.pointer, "deprecated"), `${scope.name(homeOf(next))} is deprecated now.`);
  if (was !== undefined && is === undefined)
    scope.report("no-longer-deprecated", homeOf(next), `${scope.name(homeOf(next))} is no longer deprecated.`);
  const unknown = [...old.places, ...next.places].flatMap(({ value }) => Object.keys(value).filter(isUnknownKeyword));
  for (const keyword of new Set(["default", ...unknown])) compareKeyword(scope, keyword, old, next);
}

function compareKeyword(scope: Scope, keyword: string, old: Norm, next: Norm): void {
  const [before, after] = [old, next].map((norm) => norm.places.find(({ value }) => value[keyword] !== undefined));
  const [was, is] = [before?.value[keyword], after?.value[keyword]];
  if (isDeepStrictEqual(was, is)) return;
  const holder = (after ?? before)?.pointer ?? "";
  const text = `The ${keyword} of ${scope.name(holder)} was ${was === undefined ? "absent" : show(was)} and is ${is === undefined ? "absent" : show(is)} now.`;
  const trend = was === undefined ? "added" : is === undefined ? "removed" : "changed";
  const kind = keyword === "default" ? (`default-${trend}` as const) : "unknown-keyword-changed";
  scope.report(kind, below(holder, keyword), text);
}

function textsOf({ places }: Norm, keyword: string): { texts: Json[]; pointer: string } {
  const saying = places.filter(({ value }) => value[keyword] !== undefined);
  return {
    texts: saying.map(({ value }) => value[keyword] ?? null),
    pointer: below(saying[0]?.pointer ?? "", keyword),
  };
}
