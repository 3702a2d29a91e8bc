import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { readManifest, type InstalledPackage } from "../workspace.ts";
import { installedTree } from "./installed-tree.ts";

/** What npm runs, unasked, on the machine of whoever installs the package. */
const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall"];

/** What every published package says of itself. */
export function checkManifest({ manifest }: InstalledPackage): undefined {
  const faults: string[] = [];
  const want = (is: boolean, fault: string): unknown => is || faults.push(fault);
  want(manifest.type === "module", `"type" is ${JSON.stringify(manifest.type)}, not "module"`);
  want(manifest.sideEffects === false, `"sideEffects" is ${JSON.stringify(manifest.sideEffects)}, not false`);
  want(manifest.license === "MIT", `"license" is ${JSON.stringify(manifest.license)}, not "MIT"`);
  want(manifest.engines?.["node"] === ">=20.19", `"engines" does not say that Node must be ">=20.19"`);
  const { dependencies, peerDependencies, optionalDependencies } = manifest;
  for (const [name, range] of Object.entries({ ...dependencies, ...peerDependencies, ...optionalDependencies })) {
    want(!range.includes(":"), `the range "${range}" of ${name} means nothing outside the workspace`);
  }
  if (faults.length) throw new Problem(`package.json:\n${faults.join("\n")}`);
}

/** Nothing runs while the package, with all it brings along, is installed. */
export function checkInstallScripts({ folder }: InstalledPackage): undefined {
  const faults: string[] = [];
  for (const each of installedTree(folder)) {
    const { name, scripts } = readManifest(each);
    for (const script of INSTALL_SCRIPTS) if (scripts?.[script]) faults.push(`${name} has a script "${script}"`);
    if (existsSync(join(each, "binding.gyp"))) faults.push(`${name} has a binding.gyp, which npm builds`);
  }
  if (faults.length) throw new Problem(faults.join("\n"));
}

/** The documents that go with a package, and nothing that has no business there. */
export function checkDocuments({ folder }: InstalledPackage): undefined {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const faults = ["README.md", "LICENSE"].filter((file) => !files.includes(file)).map((file) => `${file} is missing`);
  for (const file of files) {
    if (/\.(test|test-d|spec)\.|tsconfig|tsbuildinfo|(^|\/)(test|bench|node_modules|\.[^/]+)\//.test(file)) {
      faults.push(`${file} should not be there`);
    }
  }
  if (faults.length) throw new Problem(faults.join("\n"));
}
