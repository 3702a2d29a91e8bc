import type { Granted, Target } from "../definition/access.ts";
import type { SetUp } from "../definition/api-definition.ts";
import type { SchemeDefinition } from "../definition/scheme-definition.ts";
import { ConfigError } from "../errors/errors.ts";
import { reduced } from "../errors/redact.ts";
import { refusal } from "../errors/refusal.ts";
import { NOTHING, over } from "../options/over.ts";
import { fromEnvironment } from "../options/environment.ts";
import { knownMembers } from "../options/known-members.ts";
import { headerOf, written, type Written } from "./schemes.ts";

/** Headers that say where a request goes and where it ends. */
const OF_TRANSPORT = ["content-length", "host", "transfer-encoding"];

/**
 * Credentials by security scheme: the option `credentials` by name, the option `apiKey`, else the environment variable, for
 * the primary one. An operation is sent with the first of its alternatives that is given in full. Generated tables import
 * it where an API asks for more than one bearer key.
 */
export const schemeCredentials: SetUp = (api, { apiKey: variable }, { apiKey, credentials }) => {
  const { schemes = {}, primary, operations } = api;
  const given = knownMembers(credentials, schemes, "credential", undefined);
  const values = over(NOTHING as Record<string, unknown>, given);
  if (apiKey !== undefined && primary === undefined) {
    const names = Object.keys(schemes).join(", ");
    const instead = names
      ? `give credentials by scheme: ${names}`
      : "give headers.authorization, or whatever it asks for";
    refusal(undefined, 'option "apiKey"')(`serves no security scheme of the document: ${instead}`);
  }
  if (primary !== undefined && values[primary] === undefined) {
    const key = apiKey === undefined ? fromEnvironment(variable) || undefined : apiKey;
    if (key !== undefined) values[primary] = key;
  }
  const write = (name: string, value: unknown, operation?: string): Written => {
    const what = name === primary ? `${name} (apiKey, or ${variable} in the environment)` : name;
    return over(
      NOTHING,
      written(schemes[name] as SchemeDefinition, value, refusal(operation, `the credential ${what}`)),
    );
  };
  for (const [name, value] of Object.entries(values)) if (typeof value !== "function") write(name, value);
  const asksFor = Object.values(operations).flatMap((each) => {
    const { security } = over(NOTHING, each);
    return security?.length ? [security as Alternatives] : [];
  });
  const isGiven = (names: readonly string[]): boolean => names.every((name) => Object.hasOwn(values, name));
  // A client of which no operation that asks for something can be called is of no use.
  if (asksFor.length && !asksFor.some((alternatives) => alternatives.some(isGiven)))
    missing(asksFor.flat(), variable, primary);
  const keyed = [...new Set(asksFor.flat(2))].flatMap((name) => headerOf(schemes[name]) ?? []);
  const own = new Set([...OF_TRANSPORT, ...keyed]);
  return {
    reserved: { test: (name) => own.has(name) },
    key: (call, headers) => {
      const { operation } = call;
      const alternatives = call.definition.security as Alternatives;
      const chosen = alternatives.find((names) => names.length && isGiven(names)) ?? alternatives.find(isGiven) ?? [];
      if (alternatives.length && !alternatives.some(isGiven)) missing(alternatives, variable, primary, operation);
      const parts = chosen.map((name) => {
        const value = values[name];
        if (typeof value !== "function") return write(name, value, operation);
        return asked(value as () => unknown, name, call).then((each) => write(name, each, operation));
      });
      const isAtHand = parts.every((part) => "secrets" in part);
      return isAtHand
        ? grant(parts as Written[], call, headers)
        : Promise.all(parts).then((all) => grant(all, call, headers));
    },
  };
};

type Alternatives = readonly (readonly string[])[];

function missing(alternatives: Alternatives, variable: string, primary?: string, operation?: string): never {
  const known = [...new Set(alternatives.map((names) => names.join(" with ")))].join(", or ");
  const key =
    primary !== undefined && alternatives.flat().includes(primary)
      ? ` (${primary}: apiKey, or ${variable} in the environment)`
      : "";
  return refusal(operation, "a credential is missing:")(`give ${known}${key}`);
}

/** All of a request's credentials together. */
function grant(parts: readonly Written[], call: Target, headers: Record<string, string>): Granted {
  const own: Record<string, string> = Object.assign({}, ...parts.map((part) => part.headers));
  const cookies = parts.flatMap(({ cookie }) => cookie ?? []);
  if (cookies.length) own["cookie"] = [...(headers["cookie"] ? [headers["cookie"]] : []), ...cookies].join("; ");
  const query = parts.flatMap((part) => part.query ?? []).join("&");
  // A caller's own is as secret.
  const secrets = [
    ...parts.flatMap((part) => part.secrets),
    ...(headers["authorization"] ? [headers["authorization"]] : []),
  ];
  call.keys = [...secrets, ...call.keys];
  Object.assign(headers, own);
  const { url } = call;
  return query ? `${url}${url.includes("?") ? "&" : "?"}${query}` : undefined;
}

async function asked(give: () => unknown, name: string, call: Target): Promise<unknown> {
  try {
    return await give();
  } catch (cause) {
    throw new ConfigError(`your function for the credential ${name} failed`, {
      operation: call.operation,
      cause: reduced(cause, call.keys),
    });
  }
}
