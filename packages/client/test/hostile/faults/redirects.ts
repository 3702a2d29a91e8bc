import type { Fault, Outcome } from "../fault.ts";
import { reply } from "../scripts.ts";

// Its target is not told: it may hold a key.
const refused: Outcome = { name: "ResponseError", message: /: unexpected redirect \(\d+\)$/ };

function redirect(name: string, status: number, location: string | undefined, more: Partial<Fault> = {}): Fault {
  const serve = reply(status, "moved", location === undefined ? {} : { location });
  return { name, serve, expect: { ...refused, status }, requests: 1, ...more };
}

/** Every redirect is refused: a key must not travel on. */
export const redirectFaults: readonly Fault[] = [
  ...[300, 301, 302, 303, 304, 307, 308, 399].map((status) =>
    redirect(`${status} within the origin`, status, "/v1/elsewhere"),
  ),
  redirect("to another origin", 302, "http://127.0.0.1:9/steal", { quick: true }),
  redirect("to another host", 307, "https://evil.example.test/steal"),
  redirect("without a scheme", 302, "//evil.example.test/steal"),
  redirect("to itself", 302, "/v1/things/t1"),
  redirect("to nowhere", 302, undefined),
  redirect("to nothing", 302, ""),
  redirect("to what is no URL", 302, "http://[broken"),
  redirect("to a script", 302, "javascript:alert(1)"),
  redirect("to data", 302, "data:application/json,{}"),
  redirect("to a file", 302, "file:///etc/passwd"),
  redirect("with credentials", 302, "https://user:pass@evil.example.test/"),
  redirect("of a POST, to be repeated", 307, "/v1/other", { operation: "createThing", input: { body: {} } }),
  redirect("of a POST, to become a GET", 303, "/v1/other", { operation: "createThing", input: { body: {} } }),
  redirect("of a DELETE", 308, "/v1/other", { operation: "deleteThing" }),
];
