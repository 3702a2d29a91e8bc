import { createClient } from "@x/client";
import { tableOf } from "../testing/table-of.ts";
import type { UsageProgram } from "../usage/usage-program.ts";

const NO_ENVIRONMENT = { apiKey: "NO_SUCH_VARIABLE", baseUrl: "NO_SUCH_VARIABLE" };

type Method = (input?: unknown) => Promise<unknown>;

/** Runs each call of a usage program over a table of operations, and says what was sent, or how it was refused. */
export async function runProgram({ text }: UsageProgram, operations: string): Promise<string[]> {
  const sent: string[] = [];
  const fetch = async (url: string, { method, headers, body }: RequestInit): Promise<Response> => {
    const content = body instanceof Blob ? await body.text() : body;
    // A form's boundary is another each time.
    sent.push(JSON.stringify([method, url, headers, content]).replaceAll(/form-data-[\w-]{36}/g, "boundary"));
    return new Response(null, { status: 418 });
  };
  const client = createClient<Record<string, Method>>(await tableOf(operations), NO_ENVIRONMENT, {
    apiKey: "0123456789abcdef",
    maxRetries: 0,
    fetch,
  });
  const lines = text.split("\n");
  const models = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^given_(\w+) = (.*);$/.exec(line) ?? [];
    if (name && value && !models.has(name)) models.set(name, value);
  }
  const given = (name: string): unknown => evaluate(models.get(name) ?? "undefined");
  const evaluate = (expression: string): unknown => {
    const code = expression
      .replaceAll(/given_(\w+)/g, 'given("$1")')
      .replaceAll(/\(\{\} as (\w+)\)/g, "new $1()")
      .replaceAll(/!(?=[,)\]}\s])/g, "");
    return new Function("given", "s", "n", "b", "u", `return (${code})`)(given, "text", 7, true, {});
  };
  for (const line of lines) {
    const [, name, input] = /^void client\.(\w+)\((.*)\);$/.exec(line) ?? [];
    if (name === undefined) continue;
    const before = sent.length;
    const failure = await client[name]?.(input ? evaluate(input) : undefined).then(() => undefined, String);
    if (sent.length === before) sent.push(`${name}: ${failure ?? "no such method"}`);
  }
  return sent;
}
