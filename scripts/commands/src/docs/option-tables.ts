import { readFileSync } from "node:fs";
import { join } from "node:path";
import { vendorNames } from "@x/generator";
import { root } from "../workspace/files.ts";
import type { Page } from "./pages.ts";

/** A table whose first column names the members of types. */
interface Described {
  readonly page: string;
  /** The heading that the table stands under. */
  readonly heading: string;
  /** The file of the types, and their names. */
  readonly api: string;
  readonly types: readonly string[];
  /** Members that the text beside the table speaks of. */
  readonly beside?: readonly string[];
}

const TABLES: readonly Described[] = [
  ...vendorNames(root).map((vendor) => ({
    page: `packages/${vendor}/README.md`,
    heading: "Options",
    api: "packages/client/api.txt",
    types: ["ClientOptions", "CallOptions"],
    beside: ["signal", "idempotent"],
  })),
  {
    page: "packages/client/README.md",
    heading: "Options",
    api: "packages/client/api.txt",
    types: ["ClientOptions", "CallOptions"],
    beside: ["signal", "idempotent"],
  },
  {
    page: "packages/mock/README.md",
    heading: "In a test file",
    api: "packages/mock/api.txt",
    types: ["MockOptions"],
  },
  {
    page: "packages/sessions/README.md",
    heading: 'Two vendors, two meanings of "session"',
    api: "packages/sessions/api.txt",
    types: ["AttendanceBase", "PagecallAttendance", "TelnyxVideoAttendance"],
  },
];

/** Where a table of options and the types that it describes have different names, a line each. */
export function staleTables(pages: readonly Page[], described: readonly Described[] = TABLES): string[] {
  const faults: string[] = [];
  for (const { page, heading, api, types, beside = [] } of described) {
    const tables = pages.find(({ path }) => path === page)?.tables.filter((table) => table.heading === heading) ?? [];
    // Of several, the one of options or fields.
    const table = tables.find(({ rows }) => /^(?:option|field)$/.test(rows[0]?.[0] ?? ""));
    if (!table) {
      faults.push(`${page}: there is no table of options under "${heading}"`);
      continue;
    }
    const rows = table.rows.slice(1).flatMap(([cell = ""]) => /`(\w+)\??`/.exec(cell)?.[1] ?? []);
    const text = readFileSync(join(root, api), "utf8");
    const members = new Set(types.flatMap((type) => membersOf(text, type)));
    const where = `${page}:${table.line}`;
    for (const member of members)
      if (!rows.includes(member) && !beside.includes(member))
        faults.push(`${where}: "${member}" of ${types.join(", ")} is left out`);
    for (const row of [...rows, ...beside])
      if (!members.has(row)) faults.push(`${where}: "${row}" is no member of ${types.join(", ")}`);
  }
  return faults;
}

/** The names of an interface's own members, as the report of the public surface has them. */
function membersOf(text: string, type: string): string[] {
  const body = new RegExp(String.raw`^interface ${type}(?: extends [^{]+)? \{\n([^]*?)^\}`, "m").exec(text)?.[1] ?? "";
  return [...body.matchAll(/^ {4}(?:readonly )?(\w+)\??:/gm)].map(([, name]) => name as string);
}
