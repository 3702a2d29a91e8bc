import { below, type Json } from "@x/openapi";
import { homeOf } from "./compare.ts";
import type { Scope } from "../document/scope.ts";
import { compareLimits, isMultiple, limitNames, type LimitName, stepLimit, stepOf } from "../normal-form/limits.ts";
import type { Condition, Shape } from "../normal-form/shape.ts";
import { type Kind, textOf } from "../normal-form/values.ts";
import type { SchemaKind } from "../rules.ts";
import { show } from "../wording.ts";

type Trend = "tightened" | "loosened" | "changed";

/** Formats whose values all have the wider one too. */
const widerFormat: { readonly [format: string]: string } = { int32: "int64" };
const limitsOf: { readonly [kind in Kind]?: readonly LimitName[] } = {
  number: ["minimum", "maximum"],
  string: ["minLength", "maxLength"],
  array: ["minItems", "maxItems"],
  object: ["minProperties", "maxProperties"],
};

/** Compares limits, patterns, formats, multiples and conditions of one kind of value. */
export function compareConstraints(scope: Scope, kind: Kind, old: Shape, next: Shape): void {
  const report = (
    family: "constraint" | "format" | "pattern",
    keyword: string,
    trend: Trend,
    was: Json[],
    is: Json[],
  ): void => {
    const where = pointerOf(is.length > 0 ? next : old, keyword);
    const text = `The ${keyword} of ${scope.name(holderOf(where, keyword))} was ${spell(was)} and is ${spell(is)} now.`;
    scope.report(`${family}-${trend}` satisfies SchemaKind, where, text);
  };
  for (const name of limitNames.filter((each) => limitsOf[kind]?.includes(each))) {
    const [was, is] = [old, next].map((shape) => {
      const limit = shape.limits.get(name);
      return limit && stepLimit(name, limit, stepOf(shape.multiples, shape.integer));
    });
    const order = was === undefined ? (is === undefined ? 0 : 1) : is === undefined ? -1 : compareLimits(name, is, was);
    const [before, after] = [was, is].map((limit) => (limit ? [limit.value] : []));
    const keyword = (is ?? was)?.keyword ?? name;
    if (order !== 0) report("constraint", keyword, order > 0 ? "tightened" : "loosened", before ?? [], after ?? []);
  }
  const sets: [
    "constraint" | "format" | "pattern",
    string,
    (shape: Shape) => readonly Json[],
    (of: Json, by: Json) => boolean,
  ][] = [
    ["pattern", "pattern", ({ patterns }) => (kind === "string" ? patterns : []), () => false],
    [
      "format",
      "format",
      ({ formats }) => (kind === "string" || kind === "number" ? formats : []),
      (of, by) => widerFormat[String(of)] === by,
    ],
    [
      "constraint",
      "multipleOf",
      ({ multiples }) => (kind === "number" ? multiples : []),
      (of, by) => isMultiple(Number(of), Number(by)),
    ],
    ["constraint", "uniqueItems", ({ unique }) => (kind === "array" && unique ? [true] : []), () => false],
  ];
  for (const [family, keyword, read, isStricter] of sets) {
    const [was, is] = [read(old), read(next)];
    const keeps = (from: readonly Json[], to: readonly Json[]): boolean =>
      to.every((by) => from.some((of) => of === by || isStricter(of, by)));
    const [loosens, tightens] = [!keeps(is, was), !keeps(was, is)];
    if (loosens || tightens)
      report(family, keyword, loosens && tightens ? "changed" : loosens ? "loosened" : "tightened", [...was], [...is]);
  }
  compareConditions(scope, old, next);
}

/** Keywords that check data in a way that has no simple order. */
function compareConditions(scope: Scope, old: Shape, next: Shape): void {
  const [was, is] = [checksOf(old), checksOf(next)];
  for (const keyword of new Set([...was.keys(), ...is.keys()])) {
    if (was.get(keyword)?.text === is.get(keyword)?.text) continue;
    const where = (is.get(keyword) ?? was.get(keyword))?.pointer ?? "";
    const trend = is.has(keyword) ? (was.has(keyword) ? "checks otherwise now" : "is new") : "is gone";
    const text = `The ${keyword} of ${scope.name(holderOf(where, keyword))} ${trend}.`;
    scope.report("validation-changed", where, text);
  }
}

function checksOf(shape: Shape): Map<string, { text: string; pointer: string }> {
  const checks = new Map<string, { text: string; pointer: string }>();
  const add = (keyword: string, pointer: string, text: string): void => {
    const known = checks.get(keyword);
    checks.set(keyword, { pointer: known?.pointer ?? pointer, text: `${known?.text ?? ""}${text}` });
  };
  for (const { keyword, pointer, nodes, detail } of shape.conditions)
    add(keyword, pointer, `${detail}${spellNodes(nodes)}`);
  if (shape.names.length > 0) add("propertyNames", pointerOf(shape, "propertyNames"), spellNodes(shape.names));
  for (const [name, others] of [...shape.dependent].toSorted())
    add("dependentRequired", pointerOf(shape, "dependentRequired"), textOf([name, others.toSorted()]));
  return checks;
}

function spellNodes(nodes: Condition["nodes"]): string {
  return nodes.map(({ places }) => textOf(places.map(({ value }) => value))).join();
}

function pointerOf(shape: Shape, keyword: string): string {
  const aliases = keyword === "format" ? ["format", "contentEncoding", "contentMediaType"] : [keyword];
  for (const { value, pointer } of shape.places) {
    const written = aliases.find((each) => value[each] !== undefined);
    if (written !== undefined) return below(pointer, written);
  }
  return homeOf(shape);
}

function holderOf(pointer: string, keyword: string): string {
  return /^[a-z]+$/i.test(keyword) ? pointer.replace(/\/(content(Encoding|MediaType)|[^/]+)$/, "") : pointer;
}

function spell(values: readonly Json[]): string {
  return values.length === 0 ? "absent" : values.map(show).join(" and ");
}
