import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { capitalized } from "@x/generator";
import { messageOf, Problem } from "@x/openapi";

export type Method = (input: unknown, options: object) => Promise<unknown>;

/** What drift needs of a vendor's package, as it is built. */
export interface VendorPackage {
  readonly create: (options: object) => Record<string, Method>;
  /** Base URL of the live API. */
  readonly live: string;
  /** Names of methods by operation (`GET /rooms`). */
  readonly methods: ReadonlyMap<string, string>;
}

/** @throws {Problem} when the package is not built */
export async function loadPackage(root: string, vendor: string): Promise<VendorPackage> {
  const folder = join(root, "packages", vendor, "dist");
  const load = (file: string): Promise<Record<string, unknown>> => import(pathToFileURL(join(folder, file)).href);
  let index: Record<string, unknown>;
  try {
    index = await load("index.js");
  } catch (thrown) {
    throw new Problem(`packages/${vendor} is not built (${messageOf(thrown)}). Run "pnpm build".`);
  }
  const { default: api } = (await load("generated/operations.js")) as {
    default: { baseUrl: string; operations: Record<string, { method: string; path: string }> };
  };
  const factory = `create${vendor.split("-").map(capitalized).join("")}`;
  return {
    create: index[factory] as VendorPackage["create"],
    live: api.baseUrl,
    methods: new Map(
      Object.entries(api.operations).map(([name, { method, path }]) => [`${method} ${path}`, name] as const),
    ),
  };
}
