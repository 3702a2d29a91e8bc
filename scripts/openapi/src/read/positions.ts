import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { below } from "../places/pointer.ts";

/** Where something is written: line and column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** An integer that JavaScript's numbers can't hold: the value in the document is another one. */
export interface RoundedInteger {
  readonly pointer: string;
  readonly written: string;
}

/** The texts that documents were read from. They are looked into when somebody asks. */
const texts = new WeakMap<object, string>();
const indexes = new WeakMap<object, Index>();

interface Index {
  /** Offsets in the text, by JSON pointer: of the key, or of the item of a list. */
  readonly offsets: ReadonlyMap<string, number>;
  readonly rounded: readonly RoundedInteger[];
}

/** Notes which text a document was read from. */
export function keepText(document: object, text: string): void {
  texts.set(document, text);
}

/**
 * Where a place of a document is written in the text that it was read from: its key, or its first character in a list. What
 * came by a YAML alias is where the alias is. Undefined for a document that was not read from a text.
 */
export function positionOf(document: object, pointer: string): Position | undefined {
  const text = texts.get(document);
  if (text === undefined) return undefined;
  const { offsets } = indexOf(document, text);
  let known = pointer;
  while (known !== "" && !offsets.has(known)) known = known.slice(0, known.lastIndexOf("/"));
  const before = text.slice(0, offsets.get(known) ?? 0);
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}

/** The integers of a document beyond 2^53, each as it is written. */
export function roundedIntegers(document: object): readonly RoundedInteger[] {
  const text = texts.get(document);
  return text === undefined || !/\d{16}/.test(text) ? [] : indexOf(document, text).rounded;
}

function indexOf(document: object, text: string): Index {
  let index = indexes.get(document);
  if (index === undefined) indexes.set(document, (index = indexText(text)));
  return index;
}

/** A mapping or list that is being read: its next key, or its next index. */
interface Open {
  readonly pointer: string;
  isList: boolean;
  next: string | number | undefined;
  keyAt: number;
}

function indexText(text: string): Index {
  const offsets = new Map<string, number>();
  const rounded: RoundedInteger[] = [];
  const open: Open[] = [];
  for (const event of parseEvents(text, { maxDepth: Infinity })) {
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const owner = open.at(-1);
    if (owner !== undefined && !owner.isList && owner.next === undefined) {
      owner.next = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : "";
      owner.keyAt = event.type === EVENT_ID.SCALAR ? startOf(event) : 0;
      continue;
    }
    const start =
      event.type === EVENT_ID.SCALAR
        ? startOf(event)
        : event.type === EVENT_ID.ALIAS
          ? event.anchorStart - 1
          : event.start;
    const pointer = owner === undefined ? "" : below(owner.pointer, owner.next ?? "");
    offsets.set(pointer, owner === undefined || owner.isList ? start : owner.keyAt);
    if (owner !== undefined) owner.next = typeof owner.next === "number" ? owner.next + 1 : undefined;
    if (event.type === EVENT_ID.SCALAR) {
      const written = text.slice(event.valueStart, event.valueEnd);
      if (event.style === SCALAR_STYLE.PLAIN && isRounded(written)) rounded.push({ pointer, written });
    } else if (event.type !== EVENT_ID.ALIAS) {
      const isList = event.type === EVENT_ID.SEQUENCE;
      open.push({ pointer, isList, next: isList ? 0 : undefined, keyAt: 0 });
    }
  }
  return { offsets, rounded };
}

/** The value of a quoted scalar begins behind its quote. */
function startOf({ style, valueStart }: ScalarEvent): number {
  const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  return isQuoted ? valueStart - 1 : valueStart;
}

function isRounded(written: string): boolean {
  return /^[-+]?\d{16,}$/.test(written) && !Number.isSafeInteger(Number(written));
}
