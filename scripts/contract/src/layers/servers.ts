import { objectOf, Problem, withoutEndSlashes } from "@x/openapi";
import { methodNameOf, type Contract } from "../suite/contract.ts";
import type { ContractCase } from "./contract-case.ts";

/** Base URL, paths and method names of the client, against the spec. */
export function serverCases(contract: Contract): ContractCase[] {
  const { vendor, pinned, served } = contract;
  const layer = "servers";
  const cases: ContractCase[] = [
    {
      layer,
      name: "the base URL is the spec's first server",
      run() {
        const servers = served.document["servers"];
        const [first] = Array.isArray(servers) ? servers : [];
        const { url: template, variables } = objectOf(first);
        const filled = String(template).replaceAll(/\{([^{}]+)\}/g, (whole, name: string) =>
          String(objectOf(objectOf(variables)[name])["default"] ?? whole),
        );
        const url = withoutEndSlashes(filled);
        // A document that does not say where its API is leaves it to whoever adds it.
        if (/^https?:[^{}]+$/.test(url) && vendor.api.baseUrl !== url) {
          throw new Problem(`The client calls ${vendor.api.baseUrl}, the spec says ${url}.`);
        }
      },
    },
    {
      layer,
      name: "the client has a method for every operation, and no other",
      run() {
        const documented = new Set(pinned.operations.map((operation) => methodNameOf(contract, operation)));
        const others = Object.entries(vendor.api.operations).flatMap(([name, { method, path }]) =>
          documented.has(name) || contract.untested?.includes(`${method} ${path}`) ? [] : [name],
        );
        if (others.length) throw new Problem(`The spec has no operation for ${others.join(", ")}.`);
      },
    },
  ];
  for (const { key, path } of pinned.operations) {
    cases.push({
      layer,
      name: `${key} declares its placeholders`,
      run() {
        const operation = served.operation(key);
        if (!operation) throw new Problem(`The served spec does not have ${key}.`);
        const inPath = operation.parameters.filter(({ place }) => place === "path");
        const declared = new Set(inPath.map(({ name }) => name));
        const placeholders = Array.from(path.matchAll(/\{([^{}]+)\}/g), (match) => match[1] as string);
        const undeclared = placeholders.filter((name) => !declared.has(name));
        if (undeclared.length) throw new Problem(`${key} does not declare ${undeclared.join(", ")}.`);
      },
    });
  }
  return cases;
}
