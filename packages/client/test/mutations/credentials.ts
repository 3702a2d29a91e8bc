import { breakage, type Mutation } from "./mutation.ts";

const inputs = "test/hostile/inputs.test.ts";
const settings = "test/hostile/settings.test.ts";

/** Breakages of what keeps the key: where it goes, where it must not show. */
export const credentialMutations: readonly Mutation[] = [
  breakage("a key with a space is sent", "authorization", "[\\x21-\\x7e]", "[\\x20-\\x7e]", settings),
  breakage("a blank key is sent", "authorization", 'if (!(key as string).trim()) refuse("is blank");', "", settings),
  breakage(
    "a key function's answer is not checked",
    "authorization",
    'checkKey(api, key, "what the apiKey function returned", operation);',
    "",
    settings,
  ),
  breakage(
    "a caller's header replaces the key",
    "authorization",
    "else if (security) headers",
    "else if (security && !headers.has(security.header)) headers",
  ),
  breakage(
    "credentials in a base URL are passed on",
    "base-url",
    "if (url.username || url.password)",
    "if (false)",
    "src/base-url.test.ts",
    settings,
  ),
  breakage("a key goes unencrypted to any host", "base-url", 'if (url.protocol === "http:" &&', "if (false &&"),
  breakage("a host that begins like loopback passes for it", "base-url", "\\[::1\\])$/", "\\[::1\\])/", settings),
  breakage("a query in a base URL swallows the path", "base-url", "if (/[?#]/.test(text))", "if (false)", settings),
  breakage(
    "a template in a base URL is called",
    "base-url",
    "if (/[\\s\\\\{}\\p{Cc}]/u.test(text))",
    "if (false)",
    settings,
  ),
  breakage("the key is handed to a browser", "settings", "if (isBrowser() &&", "if (false &&"),
  breakage("a time-out of nothing is no time-out", "settings", "value >= least", "true", inputs),
  breakage(
    "the key shows in a foreign error",
    "redact",
    'redact(textOr(message, textOr(thrown, "unknown failure")), key)',
    'textOr(message, textOr(thrown, "unknown failure"))',
  ),
];
