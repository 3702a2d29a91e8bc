/**
 * What tells a vendor who calls (RFC 9110, 10.1.5): `x-telnyx-video/1.2.3 node/26`. The product, and the runtime with its
 * major version; nothing of the machine.
 *
 * @returns the header; nothing in browsers, which have their own, and where the runtime is not known
 */
export function userAgent(product: string): Record<string, string> | null {
  const scope = globalThis as { navigator?: { userAgent?: string }; process?: { version?: string } };
  // Node 20 has no navigator.
  const runtime = /^(node|deno|bun)\D*(\d+)|^cloudflare/i.exec(
    scope.navigator?.userAgent ?? `node${scope.process?.version}`,
  );
  const name = runtime?.[1] ? `${runtime[1].toLowerCase()}/${runtime[2]}` : "workerd";
  return runtime && { "user-agent": `${product} ${name}` };
}
