import { join, resolve } from "node:path";

/** The repository's root folder. */
export const root: string = join(import.meta.dirname, "../../../..");

/**
 * The spec that mocks are started from: `specs/<vendor>.yaml`, or `<vendor>.yaml` in the folder that the environment
 * variable `CONTRACT_SPEC_DIR` names (from the repository's root, if it is relative). That is how the tests of today's
 * client run against tomorrow's spec.
 */
export function servedSpecPath(vendor: string): string {
  return join(resolve(root, process.env["CONTRACT_SPEC_DIR"] || "specs"), `${vendor}.yaml`);
}

/** The spec that a vendor's package was built from: what its client expects. */
export function pinnedSpecPath(vendor: string): string {
  return join(root, "packages", vendor, "dist/openapi.yaml");
}
