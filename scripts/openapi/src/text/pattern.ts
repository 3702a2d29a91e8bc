import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from "node:worker_threads";

/** What a document's own pattern may take on one text. One that says more of an API takes a millionth of it. */
const LIMIT_MS = 1_000;
/** For a thread to begin, on a machine that is busy. */
const START_MS = 30_000;
/** Characters up to which a pattern with no more than so many open repetitions, none in a repeated group, is quick. */
const QUICK = [1_000_000, 10_000, 500];
/** What looks at a pattern takes a time in proportion to its square. */
const LONGEST_LOOKED_AT = 1_000;
/** Choices up to which trying all of them together is quick. */
const MAX_CHOICES = 8;

/** Whether a text has a match; undefined where the pattern takes too long on it, and was ended. */
export interface Pattern {
  test(text: string): boolean | undefined;
}

/** How often a pattern may take too long before it is tried no more. */
const MAX_ENDED = 3;
/** How often it did, by flags and source. */
const ended = new Map<string, number>();
const known = new Map<string, Pattern>();

/**
 * A document's pattern, which may be written so that it takes for ever: it runs where it can be ended.
 *
 * @throws {SyntaxError} when it is no regular expression of JavaScript's
 */
export function documentPattern(source: string, flags = ""): Pattern {
  const key = `${flags}/${source}`;
  let pattern = known.get(key);
  if (pattern === undefined) {
    const expression = new RegExp(source, flags);
    const most = quickLength(source);
    pattern = { test: (text) => (text.length <= most ? expression.test(text) : testElsewhere(source, flags, text)) };
    known.set(key, pattern);
  }
  return pattern;
}

/** How long a text may be for a pattern to be quick on it, whatever it says; -1 where that can't be seen at a glance. */
function quickLength(source: string): number {
  if (source.length > LONGEST_LOOKED_AT) return -1;
  const bare = source.replaceAll(/\\./gs, "x").replaceAll(/\[[^\]]*\]/g, "x");
  if (/\)[*+{]/.test(bare)) return -1;
  const count = (what: RegExp): number => bare.match(what)?.length ?? 0;
  if (count(/[?|]/g) > MAX_CHOICES) return -1;
  return QUICK[count(/[*+{]/g)] ?? -1;
}

/** A thread that tests, and what it is told and tells by. */
interface Tester {
  readonly worker: Worker;
  readonly port: MessagePort;
  /** Counts what it has said: its start, and each result. */
  readonly said: Int32Array;
}

const CODE = `
const { workerData: { port, said } } = require("node:worker_threads");
const say = () => { Atomics.add(said, 0, 1); Atomics.notify(said, 0); };
port.on("message", ([source, flags, text]) => { port.postMessage(new RegExp(source, flags).test(text)); say(); });
say();
`;

let tester: Tester | undefined;

function testElsewhere(source: string, flags: string, text: string): boolean | undefined {
  const key = `${flags}/${source}`;
  const times = ended.get(key) ?? 0;
  if (times >= MAX_ENDED) return undefined;
  tester ??= startTester();
  const { worker, port, said } = tester;
  const before = Atomics.load(said, 0);
  port.postMessage([source, flags, text]);
  Atomics.wait(said, 0, before, LIMIT_MS);
  const result = receiveMessageOnPort(port)?.message as boolean | undefined;
  if (result !== undefined) return result;
  ended.set(key, times + 1);
  tester = undefined;
  void worker.terminate();
  return undefined;
}

function startTester(): Tester {
  const { port1, port2 } = new MessageChannel();
  const said = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { port: port2, said };
  const worker = new Worker(CODE, { eval: true, execArgv: [], env: {}, workerData, transferList: [port2] });
  worker.unref();
  port1.unref();
  Atomics.wait(said, 0, 0, START_MS);
  return { worker, port: port1, said };
}
