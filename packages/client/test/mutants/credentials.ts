import { mutant, type Mutant } from "./mutant.ts";

const inputs = "test/hostile/inputs.test.ts";
const settings = "test/hostile/settings.test.ts";
const authorization = "src/options/authorization.test.ts";

/** Mutants of what keeps the key: where it goes, where it must not show. */
export const credentialMutants: readonly Mutant[] = [
  mutant("a key with a space is sent", "options/authorization", "/^[!-~]+$/", "/^[ -~]+$/", settings),
  mutant("a blank key is sent", "options/authorization", "/^[!-~]+$/", "/^[!-~]*$/", settings),
  mutant(
    "what a key function returns is not checked",
    "options/authorization",
    "put(call, headers, checked(given, call.operation))",
    "put(call, headers, given as string)",
    settings,
  ),
  mutant(
    "a key that is missing is noticed too late",
    "options/authorization",
    'if (typeof key !== "function") checked(key);',
    'if (typeof key !== "function" && key !== undefined) checked(key);',
    settings,
  ),
  mutant(
    "credentials, queries and templates in a base URL are passed on",
    "options/base-url",
    "[^\\s\\\\{}?#@\\p{Cc}]+$/iu",
    "[^\\s]+$/iu",
    "src/options/base-url.test.ts",
    settings,
  ),
  mutant(
    "the environment's base URL beats the option",
    "options/base-url",
    "baseUrl === undefined ? fromEnvironment(variable) || documented : baseUrl",
    "fromEnvironment(variable) || (baseUrl ?? documented)",
  ),
  mutant(
    "an empty variable is a base URL",
    "options/base-url",
    "fromEnvironment(variable) || documented",
    "fromEnvironment(variable) ?? documented",
  ),
  mutant(
    "an environment that must not be read breaks the client",
    "options/environment",
    "  } catch {\n",
    "  } catch {\n    throw new Error();\n",
    "src/options/base-url.test.ts",
  ),
  mutant("a browser sends a user agent", "options/user-agent", "/^(node", "/(node|mozilla"),
  mutant("the runtime's minor version is told", "options/user-agent", "\\d+|", "[\\d.]+|"),
  mutant(
    "the user agent replaces a caller's",
    "options/settings",
    "{ ...(product && userAgent(product)), ...checkedHeaders(options.headers, undefined, access.reserved) }",
    "{ ...checkedHeaders(options.headers, undefined, access.reserved), ...(product && userAgent(product)) }",
    "src/options/user-agent.test.ts",
  ),
  mutant("a base URL without a host is called", "options/base-url", "(?!\\/)", "", settings),
  mutant("what is no URL is not refused in words", "options/base-url", " && URL.canParse(text)", "", settings),
  mutant("a key goes unencrypted to any host", "options/base-url", 'url.protocol === "https:"', "true"),
  mutant("a host that begins like loopback passes for it", "options/base-url", "|\\[::1])$/", "|\\[::1])/", settings),
  mutant(
    "the key is handed to a browser",
    "options/settings",
    "if ((scope.window?.document ?? scope.importScripts) &&",
    "if (false &&",
  ),
  mutant("a time-out of nothing is no time-out", "options/checks", "(value as number) >= check && ", "", inputs),
  mutant("a time-out without end fires at once", "options/checks", " && (value as number) <= MAX_DELAY_MS", ""),
  mutant("the key shows in a foreign error", "errors/redact", "redact(value, keys)", "value"),
  mutant(
    "the key shows in a foreign error's code",
    "errors/redact",
    "plain.code = shown;",
    "plain.code = code as string;",
  ),
  mutant(
    "an error that can't be looked at is thrown on",
    "errors/redact",
    "  } catch {\n",
    "  } catch (error) {\n    throw error;\n",
  ),
  mutant(
    "a Proxy as an error is thrown on",
    "errors/errors",
    "        return false;\n",
    "        throw value;\n",
    "src/transport/odd-responses.test.ts",
  ),
  mutant("the keys of earlier attempts show", "errors/redact", ".toSorted()", ".slice(-1)", authorization),
  mutant(
    "the keys show in what a key function fails with",
    "options/authorization",
    "reduced(cause, call.keys)",
    "reduced(cause, [])",
  ),
  mutant("the rest of a key that begins as another shows", "errors/redact", ".reduceRight(", ".reduce("),
  mutant("a short key is searched for", "errors/redact", "key[MIN_KEY_LENGTH - 1]", "key"),
  mutant("a key shows in a name", "errors/redact", "[redact(name, keys), member]", "[name, member]"),
  mutant("a body's number becomes text", "errors/redact", "return clean === shown ? value : clean;", "return clean;"),
];
