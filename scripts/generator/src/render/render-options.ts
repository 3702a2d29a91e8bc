import type { ServerDefinition } from "@x/client";
import { hasCredentials, hasServerOptions, type Table } from "./render-table.ts";
import { quoted } from "./parts.ts";
import { stringLiteral } from "./text.ts";

/** The options of an API beside those of every client: credentials by scheme, values of its servers' variables. */
export function renderOptions(table: Table): string {
  const members = [...credentialMembers(table), ...serverMembers(table)];
  const words = "/** Options of this API beside those of every client. */";
  return `${words}\nexport interface ApiOptions {${members.length ? `\n${members.join("\n")}\n` : ""}}`;
}

function credentialMembers({ schemes }: Table): string[] {
  if (!hasCredentials(schemes)) return [];
  const string = "string | (() => string | Promise<string>)";
  const basic = "{ readonly username: string; readonly password: string }";
  const lines = [...schemes.definitions].map(([name, scheme]) => {
    const type = scheme === "basic" ? `${basic} | (() => ${basic} | Promise<${basic}>)` : string;
    return `    ${quoted(name)}?: ${type} | undefined;`;
  });
  const beats = schemes.primary === undefined ? "" : ` \`apiKey\` stands for \`${quoted(schemes.primary)}\`.`;
  return [
    `  /** By security scheme. A function is asked anew for every attempt.${beats.replaceAll("*/", "*\\/")} */`,
    "  credentials?: {",
    ...lines,
    "  } | undefined;",
  ];
}

function serverMembers(table: Table): string[] {
  if (!hasServerOptions(table)) return [];
  const { operations, servers } = table;
  const all = [...servers.choice, ...operations.flatMap(({ server }) => server ?? [])];
  const variables = new Map<string, Set<string> | undefined>();
  for (const server of all) {
    for (const [name, { enum: values }] of Object.entries(typeof server === "string" ? {} : server.variables)) {
      const known = variables.get(name);
      // Where one server takes anything, so does the option.
      if (!variables.has(name)) variables.set(name, values && new Set(values));
      else if (known && values) for (const value of values) known.add(value);
      else variables.set(name, undefined);
    }
  }
  const lines = [...variables].map(([name, values]) => {
    const type = values ? [...values].map(stringLiteral).join(" | ") : "string";
    return `    ${quoted(name)}?: ${type} | undefined;`;
  });
  const urls = servers.choice.map((server) => stringLiteral(urlOf(server))).join(" | ");
  return [
    "  /** Which of the document's servers is called, and the values of their variables. Not together with `baseUrl`. */",
    "  server?: {",
    ...(servers.choice.length > 1 ? [`    url?: ${urls} | undefined;`] : []),
    ...lines,
    "  } | undefined;",
  ];
}

function urlOf(server: ServerDefinition): string {
  return typeof server === "string" ? server : server.url;
}
