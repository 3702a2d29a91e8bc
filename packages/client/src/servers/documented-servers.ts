import type { Access, Target } from "../definition/access.ts";
import type { SetUp } from "../definition/api-definition.ts";
import type { ServerDefinition, ServerVariable } from "../definition/server-definition.ts";
import { refusal } from "../errors/refusal.ts";
import { checkedBaseUrl } from "../options/base-url.ts";
import { fromEnvironment } from "../options/environment.ts";
import { knownMembers } from "../options/known-members.ts";
import { NOTHING, over } from "../options/over.ts";

/** What stays within its place, whether that is in a host or in a path. */
const WITHIN = /^[\w~-]+(\.[\w~-]+)*$/;

/**
 * Servers as the document has them: several, of which the option `server` names one by its `url`, with variables, which it
 * gives values by name, and those of operations. A base URL that is given stands for all of them. Generated tables import it
 * where there is one of these.
 *
 * @param inner - for the credentials
 */
export const documentedServers =
  (inner: SetUp): SetUp =>
  (api, environment, options) => {
    // One that has nothing to send says so by an empty list: only so does it come by here.
    const asking = Object.entries(api.operations).filter(([, each]) => over(NOTHING, each).security?.length);
    const access = over(
      NOTHING,
      inner(over(api, { operations: Object.fromEntries(asking) }), environment, options),
    ) as Access;
    const { baseUrl: elsewhere, server } = options;
    const { servers = [], operations } = api;
    const isElsewhere = elsewhere !== undefined || fromEnvironment(environment.baseUrl);
    if (isElsewhere) {
      if (server !== undefined && elsewhere !== undefined)
        refusal(undefined, 'option "server"')("says where the API is, and so does baseUrl: give one of them");
      return { ...access, key: keyAt(access, (call) => call.url) };
    }
    const all = [...servers, ...Object.values(operations).flatMap((each) => over(NOTHING, each).server ?? [])];
    const variables = Object.assign({}, ...all.map(variablesOf)) as Record<string, ServerVariable>;
    const given = knownMembers(
      server,
      { ...variables, ...(servers.length > 1 && { url: "" }) },
      "server option",
      undefined,
    );
    const filled = (definition: ServerDefinition): string => {
      const url = urlOf(definition).replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
        const { default: usual, enum: values } = variablesOf(definition)[name] as ServerVariable;
        const value = given[name] ?? usual;
        const isRight = values ? values.includes(value as string) : value === usual || WITHIN.test(String(value));
        const due = values ? `one of ${values.join(", ")}` : "a text of letters, digits, dots and hyphens";
        return isRight ? String(value) : refusal(undefined, `server option "${name}" must be`)(due);
      });
      return checkedBaseUrl("", "", { ...options, baseUrl: url });
    };
    const chosen = given["url"] === undefined ? servers[0] : servers.find((each) => urlOf(each) === given["url"]);
    if (given["url"] !== undefined && chosen === undefined)
      refusal(undefined, 'server option "url" must be')(`one of ${servers.map(urlOf).join(", ")}`);
    // What can't be right is told at once, also where an operation alone would notice.
    const known = new Map(all.map((each) => [each, filled(each)]));
    const baseUrl = chosen === undefined ? checkedBaseUrl(api.baseUrl, "", {}) : (known.get(chosen) as string);
    const urlOfCall = ({ url, definition }: Target): string =>
      definition.server === undefined ? url : known.get(definition.server) + url.slice(baseUrl.length);
    return { ...access, baseUrl, key: keyAt(access, urlOfCall) };
  };

/** The credentials of a call, and where it goes. */
function keyAt(access: Access, urlOfCall: (call: Target) => string): Access["key"] {
  return (call, headers) => {
    const url = urlOfCall(call);
    // One bearer key knows of no operation that asks for nothing.
    if (!call.definition.security?.length && !access.reserved) return url;
    // Whatever goes on the URL goes on this one.
    const given = access.key({ ...call, url }, headers);
    return typeof given === "object" ? given.then((other) => other ?? url) : (given ?? url);
  };
}

function urlOf(server: ServerDefinition): string {
  return typeof server === "string" ? server : server.url;
}

function variablesOf(server: ServerDefinition): Readonly<Record<string, ServerVariable>> {
  return typeof server === "string" ? {} : server.variables;
}
