import { mutant, type Mutant } from "./mutant.ts";

const polluted = "src/options/polluted.test.ts";

/** Mutants of what keeps a polluted `Object.prototype` out. */
export const pollutedMutants: readonly Mutant[] = [
  ...["totalTimeoutMs", "signal", "fetch", "transport", "onEvent"].map((name) =>
    mutant(`a polluted prototype gives ${name}`, "options/settings", `  ${name}: undefined,\n`, "", polluted),
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
    "parameters && Object.hasOwn(parameters, place) && parameters[place]",
    "parameters?.[place]",
    polluted,
  ),
  mutant(
    "a polluted prototype gives an option of openapi-fetch",
    "openapi-fetch/init",
    "Object.assign(Object.create(null) as object, given)",
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
