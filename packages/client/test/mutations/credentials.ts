import { breakage, type Mutation } from "./mutation.ts";

const inputs = "test/hostile/inputs.test.ts";
const settings = "test/hostile/settings.test.ts";

/** Breakages of what keeps the key: where it goes, where it must not show. */
export const credentialMutations: readonly Mutation[] = [
  breakage("a key with a space is sent", "authorization", "[\\x21-\\x7e]+", "[\\x20-\\x7e]+", settings),
  breakage("a blank key is sent", "authorization", "[\\x21-\\x7e]+", "[\\x21-\\x7e]*", settings),
  breakage(
    "a key function's answer is not checked",
    "authorization",
    "return checkedKey(await option(), variable, operation);",
    "return await option();",
    settings,
  ),
  breakage(
    "a key that is missing is noticed too late",
    "authorization",
    "if (key !== undefined || isNeeded)",
    "if (key !== undefined)",
    settings,
  ),
  breakage(
    "a caller's header replaces the key",
    "authorization",
    "else headers[security] = key;",
    "else headers[security] ??= key;",
  ),
  breakage(
    "credentials, queries and templates in a base URL are passed on",
    "base-url",
    "[^\\s\\\\{}?#@\\p{Cc}]+$/iu",
    "[^\\s]+$/iu",
    "src/base-url.test.ts",
    settings,
  ),
  breakage("a base URL without a host is called", "base-url", "(?!\\/)", "", settings),
  breakage("what is no URL is not refused in words", "base-url", " || !URL.canParse(text)", "", settings),
  breakage("a key goes unencrypted to any host", "base-url", 'if (url.protocol === "http:" &&', "if (false &&"),
  breakage("a host that begins like loopback passes for it", "base-url", "|\\[::1])$/", "|\\[::1])/", settings),
  breakage("the key is handed to a browser", "settings", "if (isBrowser() &&", "if (false &&"),
  breakage("a time-out of nothing is no time-out", "checks", "(value as number) >= least && ", "", inputs),
  breakage("a time-out without end fires at once", "checks", " && (value as number) <= MAX_DELAY_MS", ""),
  breakage("the key shows in a foreign error", "redact", "redact(value, key)", "value"),
  breakage("the key shows in a foreign error's code", "redact", "{ code: textOf(code) }", "{ code }"),
];
