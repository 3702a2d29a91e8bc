import { below, isObject, ownOf, type JsonObject, withoutEndSlashes } from "@x/openapi";
import { objectAt, type Place, type Side } from "../normal-form/side.ts";

/** The URLs that an operation is called at. */
export interface Servers {
  pointer: string;
  urls: string[];
}

/** The list nearest to the operation counts; without any it is "/" (OpenAPI 3.1, "OpenAPI Object"). */
export function serversOf(side: Side, { item, place }: { item: Place; place: Place }): Servers {
  const levels: Place[] = [place, item, { pointer: "", value: side.document }];
  for (const { pointer, value } of levels) {
    const servers = value["servers"];
    if (Array.isArray(servers) && servers.length > 0)
      return { pointer: below(pointer, "servers"), urls: [...new Set(servers.filter(isObject).flatMap(urlsOf))] };
  }
  return { pointer: "/servers", urls: [] };
}

/** The URLs of a server, without a slash at the end: its variables at their defaults, then each at what else it may be. */
function urlsOf(server: JsonObject): string[] {
  const variables = objectAt(server, "variables");
  const url = (chosen: JsonObject): string => {
    const filled = String(server["url"]).replaceAll(/\{([^{}]*)\}/g, (written, name: string) => {
      const value = ownOf(chosen, name) ?? objectAt(variables, name)["default"];
      return value === undefined ? written : String(value);
    });
    // Hosts have no case (RFC 3986).
    const host = filled.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, (origin) => origin.toLowerCase());
    return host.length > 1 ? withoutEndSlashes(host) : host;
  };
  const others = Object.keys(variables).flatMap((name) => {
    const listed = objectAt(variables, name)["enum"];
    // One that lists nothing may be anything.
    return (Array.isArray(listed) ? listed : ["{}"]).map((value) => url({ [name]: value }));
  });
  return [url({}), ...others];
}
