import { workspaceOf } from "../../testing/workspace.ts";
import { checkWorkspace } from "../check-workspace.ts";
import { rules, type Rules } from "../rules.ts";

export type Files = { readonly [path: string]: string };

/** The rules without what names real files. */
export const ownRules: Rules = { ...rules, libraries: [], knownCircles: [] };
export const entry = { ".": "./src/index.ts" };

export function manifest(name: string, more: object = {}): string {
  return JSON.stringify({ name: `@x/${name}`, exports: entry, ...more });
}

/** A small workspace without a fault. */
export const base: Files = {
  "specs/acme.yaml": "",
  "packages/client/package.json": manifest("client", { exports: { ...entry, "./deep": "./src/deep.ts" } }),
  "packages/client/README.md": "",
  "packages/client/src/index.ts": 'export * from "./send.ts";',
  "packages/client/src/send.ts": "export const send = 1;",
  "packages/acme/package.json": manifest("acme", {
    dependencies: { "@x/client": "workspace:^" },
    devDependencies: { "@x/contract": "workspace:*" },
  }),
  "packages/acme/README.md": "",
  "packages/acme/src/index.ts": 'export { send } from "@x/client"; import "@x/client/deep"; import "elsewhere";',
  "packages/acme/test/contract.test.ts": 'import "@x/contract"; import "@x/acme"; import "../src/index.ts";',
  "scripts/contract/package.json": manifest("contract", { private: true }),
  "scripts/contract/README.md": "",
  "scripts/contract/src/index.ts": "export const a = 1;",
};

/** What the check finds in that workspace with these files in it. */
export function faultsOf(files: Files, own: Rules = ownRules): readonly string[] {
  return checkWorkspace(workspaceOf({ ...base, ...files }), own).faults;
}
