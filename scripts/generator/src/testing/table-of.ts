import type { ApiDefinition } from "@x/client";
import ts from "typescript";

/** The table of `operations.ts`, loaded as a module of its own. */
export async function tableOf(operations: string): Promise<ApiDefinition> {
  const code = ts.transpile(operations, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 });
  const local = code.replaceAll('"@x/client"', JSON.stringify(import.meta.resolve("@x/client")));
  const module = (await import(`data:text/javascript,${encodeURIComponent(local)}`)) as { default: ApiDefinition };
  return module.default;
}
