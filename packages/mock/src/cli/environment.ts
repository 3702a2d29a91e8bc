import { pathToFileURL } from "node:url";
import { apiPackagesOf, findModule, isPath } from "../find-package.ts";
import { MockError } from "../mock-error.ts";
import { isObject } from "../read-document.ts";

/** The names of the environment variables that a package reads: its export `environment`. */
export interface Environment {
  readonly apiKey: string;
  readonly baseUrl: string;
}

/**
 * What a package says of its environment variables.
 *
 * @throws {MockError} when it is not found, can't be imported, or does not say
 */
export async function environmentOf(name: string, from: string): Promise<Environment> {
  if (isPath(name)) {
    throw new MockError(`run needs packages, which name their environment variables; for ${name}, use serve.`);
  }
  const path = findModule(name, from);
  let exported: Record<string, unknown>;
  try {
    exported = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (thrown) {
    const { message } = Object(thrown) as { message?: unknown };
    throw new MockError(`${name} can't be imported: ${String(message ?? thrown)}`);
  }
  const { environment } = exported;
  if (isObject(environment)) {
    const { apiKey, baseUrl } = environment;
    if (typeof apiKey === "string" && typeof baseUrl === "string") return { apiKey, baseUrl };
  }
  const brought = apiPackagesOf(name, from);
  if (brought.length > 0) {
    const names = brought.join(" ");
    throw new MockError(`${name} has no document of its own. Name the packages that it uses: x-mock run ${names} -- …`);
  }
  throw new MockError(
    `${name} does not say which environment variables it reads: it is too old, or no API package. Update it, or use serve.`,
  );
}
