import { breakage, type Mutation } from "./mutation.ts";

const inputs = "test/hostile/inputs.test.ts";

/** Breakages of what a caller hands in: parameters, headers and bodies. */
export const inputMutations: readonly Mutation[] = [
  breakage("two dots as an id climb out of the path", "path", ' || text === ".."', ""),
  breakage("one dot as an id calls the list", "path", 'text === "." || ', ""),
  breakage("an empty id calls the list", "path", 'if (!text) refuse("is empty");', ""),
  breakage("a slash in an id is a new segment", "path", "return encodeURIComponent(text);", "return encodeURI(text);"),
  breakage("an absent id is sent as text", "path", "if (value === undefined || value === null)", "if (value === null)"),
  breakage(
    "inherited members are taken for ids",
    "parameter-value",
    "Object.hasOwn(Object(values), name)",
    "name in Object(values)",
    "src/path.test.ts",
  ),
  breakage("a lone surrogate breaks the URL's encoding", "parameter-value", "/\\p{Cs}/u.test(text)", "false", inputs),
  breakage("a fraction passes for a whole number", "parameter-value", "Number.isSafeInteger(value)", "true", inputs),
  breakage("NaN is sent", "parameter-value", "Number.isFinite(value)", "true", "src/query.test.ts"),
  breakage(
    "an invalid Date is sent",
    "parameter-value",
    'if (Number.isNaN(value.getTime())) refuse("is an invalid Date");',
    "",
    inputs,
  ),
  breakage("a number passes for a string", "parameter-value", "  if (!fits) {", "  if (false) {", inputs),
  breakage(
    "a misspelt query parameter is dropped",
    "query",
    'refuseUnknown(values, Object.keys(definitions), "query parameter", operation);',
    "",
  ),
  breakage(
    "a misspelt option of a call is dropped",
    "create-client",
    'refuseUnknown(options, CALL_OPTIONS, "option of a call", name);',
    "",
    "src/refuse-unknown.test.ts",
  ),
  breakage(
    "a misspelt option of the client is dropped",
    "settings",
    'refuseUnknown(options, CLIENT_OPTIONS, "option");',
    "",
    "src/refuse-unknown.test.ts",
  ),
  breakage("a required query parameter may be absent", "query", 'else if (shape.required) refuse("is missing");', ""),
  breakage("an endless object ends the stack", "query", "&& !above.includes(member)", ""),
  breakage(
    "an ampersand splits a query",
    "query",
    "const encoded = encodeURIComponent(text);",
    "const encoded = text;",
  ),
  breakage(
    "a filter's nested names are not nested",
    "query",
    "const inner = `${name}[${encodeURIComponent(key)}]`;",
    "const inner = name;",
  ),
  breakage("a caller can set authorization", "headers", "/^(authorization|", "/^(", "test/hostile/inputs.test.ts"),
  breakage("a line break in a header's value is passed on", "headers", "if (!VALUE.test(value))", "if (false)", inputs),
  breakage(
    "a line break in a header parameter is passed on",
    "headers",
    "if (!VALUE.test(text))",
    "if (false)",
    inputs,
  ),
  breakage(
    "a multipart body lacks its boundary",
    "prepare",
    'if (typeof body === "string") headers',
    "if (body !== undefined) headers",
    "src/request-body.test.ts",
  ),
  breakage(
    "a call's headers do not go over the client's",
    "prepare",
    "settings.headers, headerOptions && lowerCased(headerOptions)",
    "headerOptions && lowerCased(headerOptions), settings.headers",
    inputs,
  ),
  breakage(
    "a required body may be absent",
    "request-body",
    'definition.bodyRequired ? refuse("is missing") : undefined',
    "undefined",
  ),
];
