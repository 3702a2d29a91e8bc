import type { Fault, Outcome } from "../fault.ts";
import { reply } from "../scripts.ts";

const refused: Outcome = {
  name: "ResponseError",
  message: /: unexpected redirect \(\d+\); redirects are not followed$/,
};
const refusedElsewhere: Outcome = {
  ...refused,
  message: /: unexpected redirect \(\d+\) to another origin; redirects are not followed$/,
};

function redirect(name: string, status: number, location: string | undefined, more: Partial<Fault> = {}): Fault {
  const serve = reply(status, "moved", location === undefined ? {} : { location });
  return { name, serve, expect: { ...refused, status }, requests: 1, ...more };
}

function elsewhere(name: string, status: number, location: string, more: Partial<Fault> = {}): Fault {
  return redirect(name, status, location, { expect: { ...refusedElsewhere, status }, ...more });
}

/** Every redirect is refused: a key must not travel on. */
export const redirectFaults: readonly Fault[] = [
  ...[300, 301, 302, 303, 304, 307, 308, 399].map((status) =>
    redirect(`${status} within the origin`, status, "/v1/elsewhere"),
  ),
  elsewhere("to another origin", 302, "http://127.0.0.1:9/steal", { quick: true }),
  elsewhere("to another host", 307, "https://evil.example.test/steal"),
  elsewhere("without a scheme", 302, "//evil.example.test/steal"),
  redirect("to itself", 302, "/v1/things/t1"),
  redirect("to nowhere", 302, undefined),
  redirect("to nothing", 302, ""),
  redirect("to what is no URL", 302, "http://[broken"),
  elsewhere("to a script", 302, "javascript:alert(1)"),
  elsewhere("to data", 302, "data:application/json,{}"),
  elsewhere("to a file", 302, "file:///etc/passwd"),
  elsewhere("with credentials", 302, "https://user:pass@evil.example.test/"),
  redirect("of a POST, to be repeated", 307, "/v1/other", { operation: "createThing", input: { body: {} } }),
  redirect("of a POST, to become a GET", 303, "/v1/other", { operation: "createThing", input: { body: {} } }),
  redirect("of a DELETE", 308, "/v1/other", { operation: "deleteThing" }),
];
