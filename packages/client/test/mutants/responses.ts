import { breakage, type Mutation } from "./mutation.ts";

const statuses = "test/hostile/statuses.test.ts";
const contents = "test/hostile/contents.test.ts";
const bodies = "src/bodies/response-body.test.ts";

/** Breakages of how answers are read, and of what a client gives its caller. */
export const answerMutations: readonly Mutation[] = [
  breakage("a body has no cap", "transport/exchange", "if (!(size <= maxResponseBytes))", "if (false)", bodies),
  breakage("a body over its cap flows on", "transport/exchange", "    void letGo(bounds);\n", "", bodies),
  breakage("chunks of a body come apart", "bodies/response-body", "whole.set(chunk, offset);", "whole.set(chunk);"),
  breakage(
    "text that is not of its charset is guessed",
    "bodies/response-body",
    'utf8 ??= new TextDecoder("utf-8", { fatal: true });',
    'utf8 ??= new TextDecoder("utf-8");',
  ),
  breakage("a charset is not heeded", "bodies/response-body", "if (charset) return", "if (false) return", contents),
  breakage(
    "an empty success passes as undefined",
    "transport/response",
    'if (kind === "none") return undefined;',
    'if (kind === "none" || !bytes.length) return undefined;',
  ),
  breakage(
    "null passes for an object",
    "transport/response",
    "!isArray && body === Object(body)",
    "!isArray",
    contents,
  ),
  breakage(
    "a list passes for an object",
    "transport/response",
    "!isArray && body === Object(body)",
    "body === Object(body)",
  ),
  breakage("a body of another kind passes", "transport/response", "if (kind && isOfKind(body, kind))", "if (true)"),
  breakage(
    "a success that is not documented passes",
    "transport/response",
    'responses["default"]',
    'responses["default"] ?? "json"',
  ),
  breakage("an undocumented success is read as an error", "transport/response", "status < 300 && ", "false && "),
  breakage(
    "a documented text error is parsed",
    "transport/response",
    'if (documentedKind(definition, status) !== "text") {',
    "if (true) {",
    statuses,
  ),
  breakage(
    "the key shows in an error's text",
    "transport/response",
    "return redact(text, key);",
    "return text;",
    statuses,
  ),
  breakage(
    "the key hides behind JSON's escapes",
    "transport/response",
    "JSON.parse(redact(JSON.stringify(JSON.parse(text)), key && JSON.stringify(key).slice(1, -1)))",
    "JSON.parse(redact(text, key))",
    statuses,
  ),
  breakage(
    "the key shows in a content type",
    "transport/response",
    'redact(headers.get("content-type") ?? "none", key)',
    '(headers.get("content-type") ?? "none")',
    statuses,
  ),
  breakage("the key shows in a request's id", "errors/api-error", "redact(requestId, key)", "requestId", statuses),
  breakage("a page of text becomes the message", "errors/api-error", "words.slice(0, MAX_MESSAGE_LENGTH)", "words"),
  breakage(
    "what is no text becomes the message",
    "errors/api-error",
    "/string|number/.test(typeof value) &&",
    "",
    statuses,
  ),
  breakage(
    "an error narrows by status alone",
    "create-client",
    "kind !== undefined && isOfKind(error.body, kind)",
    "kind !== undefined",
  ),
  breakage("an error narrows for another operation", "create-client", " || error.operation !== name", ""),
  breakage(
    "withResponse leaves a stray rejection",
    "call/call-promise",
    "return this.then(",
    "void this.finally(() => {});\n    return this.then(",
    "test/leaks/rejections.test.ts",
  ),
  breakage("an empty error reads as success by http", "http/http", "data.body || data", "data.body"),
  breakage(
    "http goes round the guards",
    "http/http",
    "settings, input, options, parseAs",
    "settings, input, { headers: options.headers }, parseAs",
  ),
  breakage("http calls what the spec does not have", "http/http", " && known.path === path", ""),
  breakage("http parses as nobody can", "http/http", "if (!PARSE_AS.includes(parseAs))", "if (false)"),
  breakage("every error is of a user's subclass", "errors/errors", "this === errorClass ?", "true ?"),
  breakage("errors of a second copy are strangers", "errors/errors", "Symbol.for(`@x/client/${name}`)", "Symbol(name)"),
  breakage("a 204 must have a body", "transport/response", '  if (kind === "none") return undefined;\n', "", contents),
];
