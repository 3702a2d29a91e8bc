import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forPrism, schemaKeys, Spec } from "@x/contract";
import { diffSpecs } from "@x/differ";
import { generateFiles } from "@x/generator";
import { parseOpenApi, Problem, type JsonObject } from "@x/openapi";
import { pull } from "@x/sources";

/** What the process at work tells: the step that it begins, or that it is done. */
export type Told = { readonly step: string } | Done;

export interface Done {
  /** Why the document was refused; undefined where it was not. */
  readonly refused: string | undefined;
  /** Of the processor, threads included. */
  readonly seconds: number;
  /** The most that the process had so far. */
  readonly megabytes: number;
}

const small = parseOpenApi(
  "openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: { /a: { post: { responses: {} } } }\n",
  "small",
);

/** Does with a document what the commands do, in the process itself. */
async function work(file: string, tell: (told: Told) => void): Promise<void> {
  const step = async <Value>(name: string, body: () => Value | Promise<Value>): Promise<Value> => {
    tell({ step: name });
    return await body();
  };
  const root = mkdtempSync(join(tmpdir(), "nasty-"));
  try {
    const pulled = await step("pull", () => pull({ vendor: "nasty", root, from: [file], create: true }));
    const document = parseOpenApi(pulled.after, "nasty");
    const copy = (): JsonObject => parseOpenApi(pulled.after, "nasty");
    await step("generate", () => generateFiles(document, "nasty"));
    await step("diff with a small one", () => diffSpecs(small, copy(), { old: "old", next: "next", compile: false }));
    await step("diff with itself", () => diffSpecs(copy(), copy(), { old: "old", next: "next", compile: false }));
    await step("contract", () => {
      const spec = new Spec(copy());
      for (const { responses } of spec.operations)
        for (const { schema } of responses.flatMap(({ content }) => content))
          if (schema !== undefined) schemaKeys(spec, schema);
      forPrism(spec);
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

process.on("message", (file: string) => {
  const before = process.cpuUsage();
  const tell = (told: Told): void => void process.send?.(told);
  const done = (refused: string | undefined): void => {
    const { user, system } = process.cpuUsage(before);
    tell({ refused, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 });
  };
  work(file, tell).then(
    () => done(undefined),
    (thrown: unknown) => {
      if (!(thrown instanceof Problem)) throw thrown;
      done(thrown.message);
    },
  );
});
