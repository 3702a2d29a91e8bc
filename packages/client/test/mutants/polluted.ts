import { mutant, type Mutant } from "./mutant.ts";

const polluted = "src/options/polluted.slow.test.ts";

/** Mutants of what keeps a polluted `Object.prototype` out. */
export const pollutedMutants: readonly Mutant[] = [
  mutant(
    "a polluted prototype gives an option",
    "options/settings",
    "over(NOTHING, DEFAULTS",
    "over({}, DEFAULTS",
    polluted,
  ),
  mutant("a polluted prototype gives what a table lacks", "create-client", "over(NOTHING, api)", "api", polluted),
  mutant(
    "a polluted prototype gives what an operation lacks",
    "create-client",
    "over(NOTHING, definition)",
    "definition",
    polluted,
  ),
  mutant(
    "a polluted prototype gives a member",
    "options/known-members",
    " || !Object.hasOwn(given, name)",
    "",
    polluted,
  ),
  mutant(
    "a polluted prototype has a parameter asked for",
    "parameters/parameters",
    "plan[place] = over(NOTHING)",
    "plan[place] = {}",
    polluted,
  ),
  mutant("a polluted prototype reserves headers", "options/settings", "over(NOTHING, (api", "over({}, (api", polluted),
  mutant(
    "a polluted prototype requires a parameter",
    "parameters/parameters",
    'Object.hasOwn(parameter.definition as object, "required")',
    "(parameter.definition as { required?: true }).required",
    polluted,
  ),
  mutant(
    "a polluted prototype styles a parameter",
    "parameters/styled-parameter",
    "over(NOTHING, typeof",
    "over({}, typeof",
    polluted,
  ),
  mutant(
    "a polluted prototype gives an operation a server",
    "servers/documented-servers",
    "over(NOTHING, each).server",
    "each.server",
    polluted,
  ),
  mutant(
    "a polluted prototype gives a key in a query",
    "credentials/credentials",
    "over(\n      NOTHING,\n      written",
    "over(\n      {},\n      written",
    polluted,
  ),
  mutant(
    "a polluted prototype gives openapi-fetch an operation's body",
    "openapi-fetch/openapi-fetch",
    "over(NOTHING, api",
    "over({}, api",
    polluted,
  ),
  mutant(
    "a polluted prototype gives a header",
    "undici/request-body",
    "?? null, headers: {} }",
    "?? null } as never",
    polluted,
  ),
  mutant(
    "a polluted prototype gives a parameter",
    "parameters/parameters",
    "over(NOTHING, parameters)",
    "over({}, parameters)",
    polluted,
  ),
  mutant(
    "a polluted prototype gives an option of openapi-fetch",
    "openapi-fetch/init",
    "over(NOTHING, given as object)",
    "Object(given)",
    polluted,
  ),
  mutant(
    "a polluted prototype gives a base URL to openapi-fetch",
    "openapi-fetch/openapi-fetch",
    "{ ...DEFAULTS, baseUrl",
    "{ baseUrl",
    polluted,
  ),
];
