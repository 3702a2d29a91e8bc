/** Names of the environment variables that stand in for options. */
export interface Environment {
  readonly apiKey: string;
  readonly baseUrl: string;
}

/** What a variable of the environment holds; undefined where it is empty, or where there is no environment. */
export function fromEnvironment(variable: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.[variable] || undefined;
  } catch {
    // Deno without --allow-env.
    return undefined;
  }
}
