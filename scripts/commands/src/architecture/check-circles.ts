import { posix } from "node:path";
import { circles, type Graph } from "./circles.ts";
import type { WorkspacePackage } from "./read-workspace.ts";
import type { Rules } from "./rules.ts";

/** Files that import each other, type imports included. */
export function checkFileCircles(packages: readonly WorkspacePackage[], { knownCircles }: Rules): string[] {
  const known = new Set(knownCircles.map((files) => files.join(" ")));
  const found = circles(fileGraph(packages));
  const unknown = found.filter(({ members }) => !known.has(members.join(" ")));
  const left = new Set(found.map(({ members }) => members.join(" ")));
  return [
    ...unknown.map(
      ({ path }) =>
        `${path[0]} is in a circle of imports: ${path.join(" → ")}. Move what two of them need into a file of its own ` +
        "that imports neither (type imports count as well).",
    ),
    ...[...known]
      .filter((files) => !left.has(files))
      .map((files) => `There is no circle of ${files.replaceAll(" ", ", ")} any more. Delete it from knownCircles.`),
  ];
}

/** Packages that depend on each other, devDependencies included: turbo can't order their builds. */
export function checkPackageCircles(packages: readonly WorkspacePackage[]): string[] {
  const names = new Set(packages.map(({ manifest }) => manifest.name));
  const graph = new Map(
    packages.map(({ manifest }) => {
      const { dependencies, devDependencies, peerDependencies, optionalDependencies } = manifest;
      const all = { ...dependencies, ...devDependencies, ...peerDependencies, ...optionalDependencies };
      return [manifest.name, Object.keys(all).filter((name) => names.has(name))];
    }),
  );
  return circles(graph).map(
    ({ path }) =>
      `${path[0]} is in a circle of dependencies: ${path.join(" → ")}. Remove one of them; ` +
      "devDependencies count, since turbo orders builds by them.",
  );
}

function fileGraph(packages: readonly WorkspacePackage[]): Graph {
  const files = packages.flatMap((one) => one.files);
  return new Map(
    files.map(({ path, imports }) => {
      const relative = imports.map(({ specifier }) => specifier).filter((specifier) => specifier.startsWith("."));
      return [path, relative.map((specifier) => posix.join(posix.dirname(path), specifier))];
    }),
  );
}
