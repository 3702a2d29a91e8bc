/**
 * What tells a vendor who calls (RFC 9110, 10.1.5): `x-telnyx-video/1.2.3 node/26`. The product, and the runtime with its
 * major version; nothing of the machine.
 *
 * @returns the header; nothing in browsers, which have their own, and where the runtime is not known
 */
export function userAgent(product: string): Record<string, string> | null {
  const scope = globalThis as { navigator?: { userAgent?: string }; process?: { versions?: { node?: string } } };
  // Node 20 has no navigator.
  const known = scope.navigator?.userAgent ?? `node/${scope.process?.versions?.node}`;
  const runtime = /^(node|deno|bun)\/\d+|^cloudflare\S*/.exec(known.toLowerCase().replace(".js", ""));
  return runtime && { "user-agent": `${product} ${runtime[0]}` };
}
