import { decodeText, Problem } from "@x/openapi";
import type { Bounds } from "./bounds.ts";
import type { Budget } from "./budget.ts";

const ACCEPT = "text/markdown, text/plain, application/yaml, application/json, */*;q=0.1";

/**
 * Fetches a text over https (or http on loopback) within the bounds, following redirects inside its origin only.
 *
 * @throws {Problem} naming the URL: not https, credentials in it, another status than 200, a redirect elsewhere, too
 *   many of them, too big by itself or together with the others, too slow, broken off, or not UTF-8
 */
export async function fetchText(address: URL, bounds: Bounds, budget: Budget): Promise<string> {
  refuseUnsafe(address);
  const signal = AbortSignal.timeout(bounds.timeoutMs);
  try {
    const response = await follow(address, bounds, signal);
    return decodeText(await readBounded(response, address, bounds, budget), address.href);
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    if (signal.aborted)
      throw new Problem(
        `${address.href} did not arrive in full within ${bounds.timeoutMs / 1_000} s. Try again, or pull a saved copy.`,
      );
    throw new Problem(`${address.href} could not be read: ${reasonOf(thrown)}. Nothing was changed; try again.`);
  }
}

async function follow(address: URL, bounds: Bounds, signal: AbortSignal): Promise<Response> {
  let current = address;
  for (let hops = 0; hops <= bounds.maxRedirects; hops += 1) {
    const response = await fetch(current, { redirect: "manual", headers: { accept: ACCEPT }, signal });
    if (response.status === 200) return response;
    await response.body?.cancel();
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null)
      throw new Problem(`${current.href} answered ${response.status} ${response.statusText}`.trimEnd() + ".");
    const next = URL.parse(location, current.href);
    if (next?.origin !== address.origin)
      throw new Problem(
        `${current.href} redirects elsewhere, to ${next?.href ?? location}. If that is right, give that address as the source.`,
      );
    refuseUnsafe(next);
    current = next;
  }
  throw new Problem(`${address.href} redirects more than ${bounds.maxRedirects} times.`);
}

async function readBounded(response: Response, address: URL, bounds: Bounds, budget: Budget): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early cancels the body, so a bomb or an endless answer costs no more than the bound.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > bounds.maxBytes)
      throw new Problem(`${address.href} is bigger than ${bounds.maxBytes} bytes. That is no API document.`);
    budget.spend(chunk.byteLength, address.href);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refuseUnsafe(address: URL): void {
  if (address.username !== "" || address.password !== "")
    throw new Problem(`${address.origin}: a source address must not carry credentials.`);
  if (address.protocol === "https:") return;
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(address.hostname);
  if (address.protocol === "http:" && loopback) return;
  throw new Problem(`${address.href} is not https. Only loopback may be read without it.`);
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause instanceof Error ? thrown.cause.message : thrown.message;
}
