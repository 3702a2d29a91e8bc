import { breakage, type Mutation } from "./mutation.ts";

const statuses = "test/hostile/statuses.test.ts";
const contents = "test/hostile/contents.test.ts";

/** Breakages of how answers are read, and of what a client gives its caller. */
export const answerMutations: readonly Mutation[] = [
  breakage("a body has no cap", "response-body", "if (size > call.maxResponseBytes)", "if (false)"),
  breakage("a body over its cap flows on", "response-body", "      cancel();\n", ""),
  breakage(
    "text that is not of its charset is guessed",
    "response-body",
    'utf8 ??= new TextDecoder("utf-8", { fatal: true });',
    'utf8 ??= new TextDecoder("utf-8");',
  ),
  breakage(
    "an empty success passes as undefined",
    "answer",
    'if (!text) refuse("has an empty body, where the operation documents one");',
    "if (!text) return undefined;",
  ),
  breakage("null passes for an object", "answer", " && body !== null", ""),
  breakage("a body of another kind passes", "answer", "if (!kinds.some((kind) => isOfKind(body, kind)))", "if (false)"),
  breakage(
    "a documented text error is parsed",
    "answer",
    'if (documentedKind(definition, status) !== "text") {',
    "if (true) {",
    statuses,
  ),
  breakage("the key shows in an error's text", "answer", "return redact(text, key);", "return text;", statuses),
  breakage(
    "the key hides behind JSON's escapes",
    "answer",
    "JSON.parse(redact(JSON.stringify(JSON.parse(text)), key && JSON.stringify(key).slice(1, -1)))",
    "JSON.parse(redact(text, key))",
    statuses,
  ),
  breakage(
    "the key shows in a content type",
    "answer",
    'redact(headers.get("content-type") ?? "none", key)',
    '(headers.get("content-type") ?? "none")',
    statuses,
  ),
  breakage("the key shows in a request's id", "api-error", "redact(requestId, key)", "requestId", statuses),
  breakage("a page of text becomes the message", "api-error", "words.slice(0, MAX_MESSAGE_LENGTH)", "words"),
  breakage(
    "an error narrows by status alone",
    "create-client",
    "kind !== undefined && isOfKind(error.body, kind)",
    "kind !== undefined",
  ),
  breakage("an error narrows for another operation", "create-client", " || error.operation !== name", ""),
  breakage(
    "withResponse leaves a stray rejection",
    "call-promise",
    "    this.catch(() => {});\n",
    "",
    "test/leaks/rejections.test.ts",
  ),
  breakage("an empty error reads as success by http", "http", "answer.body || apiError(call, answer)", "answer.body"),
  breakage("http goes round the guards", "http", "if (option in init)", "if (false)"),
  breakage(
    "http calls what the spec does not have",
    "http",
    "    if (name === undefined || !definition)\n",
    "    if (false)\n",
  ),
  breakage("every error is of a user's subclass", "errors", "if (this !== errorClass)", "if (false)"),
  breakage("errors of a second copy are strangers", "errors", "Symbol.for(`@x/client/${name}`)", "Symbol(name)"),
  breakage(
    "a 204 must have a body",
    "answer",
    'if (kinds.includes("none") && (kinds.length === 1 || !bytes.length)) return undefined;',
    "",
    contents,
  ),
];
