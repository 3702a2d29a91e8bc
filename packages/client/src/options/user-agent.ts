/**
 * What tells a vendor who calls (RFC 9110, 10.1.5): `x-telnyx-video/1.2.3 node/26`. The product, and the runtime with its
 * major version; nothing of the machine.
 *
 * @returns the header; undefined in browsers, which have their own, and where the runtime is not known
 */
export function userAgent(product: string): Record<string, string> | undefined {
  const { navigator, process } = globalThis as {
    navigator?: { userAgent?: string };
    process?: { versions?: { node?: string } };
  };
  // Node 20 has no navigator. The name has no version in it, so that it is the same for years.
  const agent = navigator?.userAgent ?? `node/${process?.versions?.node}`;
  const [runtime] =
    /^((node|deno|bun)\/\d+|workerd)/.exec(
      agent.toLowerCase().replace("node.js", "node").replace("cloudflare-workers", "workerd"),
    ) ?? [];
  return runtime ? { "user-agent": `${product} ${runtime}` } : undefined;
}
