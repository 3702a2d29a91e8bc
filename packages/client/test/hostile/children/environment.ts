import { createSynthetic, method } from "../../support/synthetic-api.ts";

// The client where the host gives no `process`, or half of one, as Workers, Deno and browsers do.
const { env, versions } = process;
const report = (value: unknown): boolean => process.stdout.write(`${JSON.stringify(value)}\n`);
const real = process;
const throwing = (): never => {
  throw new Error("NotCapable: requires env access");
};
const kinds: Record<string, PropertyDescriptor> = {
  "no-process": { value: undefined },
  "no-env": { value: { versions } },
  "env-throws": { value: { versions, env: new Proxy({}, { get: throwing }) } },
  "no-versions": { value: { env } },
};
Object.defineProperty(globalThis, "process", { configurable: true, ...kinds[real.argv[2] as string] });
const result = { withoutKey: "", withKey: undefined as unknown, authorization: null as string | null };
try {
  try {
    createSynthetic();
  } catch (error) {
    result.withoutKey = String(error);
  }
  const fetch = async (_: string, init: RequestInit): Promise<Response> => {
    result.authorization = new Headers(init.headers).get("authorization");
    return new Response('{"ok":true}');
  };
  result.withKey = await method(createSynthetic({ apiKey: "given", fetch }), "getThing")({ path: { id: "1" } });
} catch (error) {
  result.withKey = String(error);
}
Object.defineProperty(globalThis, "process", { configurable: true, value: real });
report(result);
