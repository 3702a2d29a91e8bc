import { mutant, type Mutant } from "./mutant.ts";

const statuses = "test/hostile/statuses.test.ts";
const contents = "test/hostile/contents.test.ts";
const bodies = "src/bodies/response-body.test.ts";

/** Mutants of how responses are read, and of what a client gives its caller. */
export const responseMutants: readonly Mutant[] = [
  mutant("a body has no cap", "transport/exchange", "if (!(size <= maxResponseBytes))", "if (false)", bodies),
  mutant("a body over its cap flows on", "transport/exchange", "    void letGo(bounds);\n", "", bodies),
  mutant("chunks of a body come apart", "bodies/response-body", "whole.set(chunk, offset);", "whole.set(chunk);"),
  mutant(
    "text that is not of its charset is guessed",
    "bodies/response-body",
    'utf8 ??= new TextDecoder("utf-8", { fatal: true });',
    'utf8 ??= new TextDecoder("utf-8");',
  ),
  mutant("a charset is not heeded", "bodies/response-body", "if (charset) return", "if (false) return", contents),
  mutant(
    "an empty success passes as undefined",
    "responses/read-response",
    'if (kind === "none") return undefined;',
    'if (kind === "none" || !bytes.length) return undefined;',
  ),
  mutant("null passes for an object", "bodies/body-kind", "!isArray && body === Object(body)", "!isArray", contents),
  mutant(
    "a list passes for an object",
    "bodies/body-kind",
    "!isArray && body === Object(body)",
    "body === Object(body)",
    "src/responses/read-response.test.ts",
  ),
  mutant("a body of another kind passes", "responses/read-response", "if (kind && isOfKind(body, kind))", "if (true)"),
  mutant(
    "a success that is not documented passes",
    "bodies/body-kind",
    'responses["default"]',
    'responses["default"] ?? "json"',
    "src/responses/read-response.test.ts",
  ),
  mutant(
    "an undocumented success is read as an error",
    "bodies/body-kind",
    "status < 300 && ",
    "false && ",
    "src/responses/read-response.test.ts",
  ),
  mutant(
    "a documented text error is parsed",
    "responses/read-response",
    'if (documentedKind(definition, status) !== "text") {',
    "if (true) {",
    statuses,
  ),
  mutant(
    "the key shows in an error's text",
    "responses/read-response",
    "return redact(text, key);",
    "return text;",
    statuses,
  ),
  mutant(
    "the key hides behind JSON's escapes",
    "responses/read-response",
    "JSON.parse(redact(JSON.stringify(JSON.parse(text)), key && JSON.stringify(key).slice(1, -1)))",
    "JSON.parse(redact(text, key))",
    statuses,
  ),
  mutant(
    "the key shows in a content type",
    "responses/read-response",
    'redact(headers.get("content-type") ?? "none", key)',
    '(headers.get("content-type") ?? "none")',
    statuses,
  ),
  mutant(
    "the key shows in a request's id",
    "responses/read-response",
    "redact(requestId, call.key)",
    "requestId",
    statuses,
  ),
  mutant("a page of text becomes the message", "errors/api-error", "words.slice(0, MAX_MESSAGE_LENGTH)", "words"),
  mutant(
    "what is no text becomes the message",
    "errors/api-error",
    "/string|number/.test(typeof value) &&",
    "",
    statuses,
  ),
  mutant(
    "an error narrows by status alone",
    "create-client",
    "kind !== undefined && isOfKind(error.body, kind)",
    "kind !== undefined",
  ),
  mutant("an error narrows for another operation", "create-client", " || error.operation !== name", ""),
  mutant(
    "withResponse leaves a stray rejection",
    "operations/call-promise",
    "  return Object.assign(",
    "  void promise.finally(() => {});\n  return Object.assign(",
    "test/leaks/rejections.test.ts",
  ),
  mutant(
    "an empty error reads as success by http",
    "http/http",
    "(error.body as unknown) || error",
    "error.body as unknown",
  ),
  mutant(
    "http goes round the guards",
    "http/http",
    "{ ...params, body }, options, parseAs",
    "{ ...params, body }, { headers: options.headers }, parseAs",
  ),
  mutant("http calls what the spec does not have", "http/http", " && known.path === path", ""),
  mutant("http parses as nobody can", "http/http", "if (!PARSE_AS.includes(parseAs))", "if (false)"),
  mutant("every error is of a user's subclass", "errors/errors", "this === errorClass ?", "true ?"),
  mutant("errors of a second copy are strangers", "errors/errors", "Symbol.for(`@x/client/${name}`)", "Symbol(name)"),
  mutant(
    "a 204 must have a body",
    "responses/read-response",
    '  if (kind === "none") return undefined;\n',
    "",
    contents,
  ),
];
