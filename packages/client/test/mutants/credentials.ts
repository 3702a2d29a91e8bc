import { breakage, type Mutation } from "./mutation.ts";

const inputs = "test/hostile/inputs.test.ts";
const settings = "test/hostile/settings.test.ts";

/** Breakages of what keeps the key: where it goes, where it must not show. */
export const credentialMutations: readonly Mutation[] = [
  breakage("a key with a space is sent", "options/authorization", "[\\x21-\\x7e]+", "[\\x20-\\x7e]+", settings),
  breakage("a blank key is sent", "options/authorization", "[\\x21-\\x7e]+", "[\\x21-\\x7e]*", settings),
  breakage(
    "a key function's answer is not checked",
    "options/authorization",
    "return checkedKey(await option(), variable, operation);",
    "return await option();",
    settings,
  ),
  breakage(
    "a key that is missing is noticed too late",
    "options/authorization",
    "if (key !== undefined || isNeeded)",
    "if (key !== undefined)",
    settings,
  ),
  breakage(
    "a caller's header replaces the key",
    "options/authorization",
    "else headers[security] = key;",
    "else headers[security] ??= key;",
  ),
  breakage(
    "credentials, queries and templates in a base URL are passed on",
    "options/base-url",
    "[^\\s\\\\{}?#@\\p{Cc}]+$/iu",
    "[^\\s]+$/iu",
    "src/options/base-url.test.ts",
    settings,
  ),
  breakage("a base URL without a host is called", "options/base-url", "(?!\\/)", "", settings),
  breakage("what is no URL is not refused in words", "options/base-url", " || !URL.canParse(text)", "", settings),
  breakage("a key goes unencrypted to any host", "options/base-url", 'if (url.protocol === "http:" &&', "if (false &&"),
  breakage("a host that begins like loopback passes for it", "options/base-url", "|\\[::1])$/", "|\\[::1])/", settings),
  breakage("the key is handed to a browser", "options/settings", "if (isBrowser() &&", "if (false &&"),
  breakage("a time-out of nothing is no time-out", "options/checks", "(value as number) >= least && ", "", inputs),
  breakage("a time-out without end fires at once", "options/checks", " && (value as number) <= MAX_DELAY_MS", ""),
  breakage("the key shows in a foreign error", "errors/redact", "redact(value, key)", "value"),
  breakage("the key shows in a foreign error's code", "errors/redact", "{ code: textOf(code) }", "{ code }"),
];
