import { below, isObject, type JsonObject } from "@x/openapi";
import type { Operation } from "./operation-list.ts";
import type { Scope } from "../document/scope.ts";
import { objectAt, type Place, type Side } from "../document/side.ts";

/** Compares the servers that two operations are called at. The generated package uses the first. */
export function compareServers(scope: Scope, old: Operation, next: Operation): void {
  const before = serversOf(scope.walk.old, old);
  const after = serversOf(scope.walk.next, next);
  // Operations that inherit the same list share its changes.
  scope.enter("servers", before.pointer, after.pointer, (inner) => compareLists(inner, before, after));
}

interface Servers {
  pointer: string;
  urls: string[];
}

function compareLists(scope: Scope, before: Servers, after: Servers): void {
  const [oldFirst = "/"] = before.urls;
  const [nextFirst = "/"] = after.urls;
  let added = after.urls.filter((url) => !before.urls.includes(url));
  let removed = before.urls.filter((url) => !after.urls.includes(url));
  if (oldFirst !== nextFirst) {
    const stays = after.urls.includes(oldFirst);
    const text = `The first server was ${oldFirst} and is ${nextFirst} now.`;
    // Deployed clients keep calling the old one: that only hurts where it is gone.
    const where = below(after.urls.length > 0 ? after.pointer : before.pointer, 0);
    scope.report(stays ? "server-order-changed" : "server-changed", where, text);
    added = added.filter((url) => url !== nextFirst);
    removed = removed.filter((url) => url !== oldFirst);
  }
  for (const url of added) {
    const where = below(after.pointer, after.urls.indexOf(url));
    scope.report("server-added", where, `The server ${url} is new.`);
  }
  for (const url of removed) {
    const where = below(before.pointer, before.urls.indexOf(url));
    scope.report("server-removed", where, `The server ${url} is gone.`);
  }
}

/** The list nearest to the operation counts; without any it is "/" (OpenAPI 3.1, "OpenAPI Object"). */
function serversOf(side: Side, { item, place }: Operation): Servers {
  const levels: Place[] = [place, item, { pointer: "", value: side.document }];
  for (const { pointer, value } of levels) {
    const servers = value["servers"];
    if (Array.isArray(servers) && servers.length > 0)
      return { pointer: below(pointer, "servers"), urls: servers.filter(isObject).map(urlOf) };
  }
  return { pointer: "/servers", urls: [] };
}

/** The URL with its variables at their defaults, without a slash at the end. */
function urlOf(server: JsonObject): string {
  const variables = objectAt(server, "variables");
  const url = String(server["url"]).replaceAll(/\{([^{}]*)\}/g, (written, name: string) => {
    const value = objectAt(variables, name)["default"];
    return value === undefined ? written : String(value);
  });
  return url.length > 1 ? url.replace(/\/+$/, "") : url;
}
