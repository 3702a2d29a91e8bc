import { below } from "@x/openapi";
import { serversOf, type Servers } from "./server-urls.ts";
import type { Operation } from "./operation-list.ts";
import type { Scope } from "../document/scope.ts";

/** Compares the servers that two operations are called at. The generated package uses the first. */
export function compareServers(scope: Scope, old: Operation, next: Operation): void {
  const before = serversOf(scope.walk.old, old);
  const after = serversOf(scope.walk.next, next);
  if (old.full === next.full && old.path !== next.path) {
    // A part of the path moved to or from the server: what is called is told by both.
    const whole = (urls: string[], path: string): string[] => urls.map((url) => `${url.replace(/\/$/, "")}${path}`);
    return compareLists(
      scope,
      { ...before, urls: whole(before.urls, old.path) },
      { ...after, urls: whole(after.urls, next.path) },
    );
  }
  // Operations that inherit the same list share its changes.
  scope.enter("servers", before.pointer, after.pointer, (inner) => compareLists(inner, before, after));
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
