/** Names of the environment variables that stand in for options. */
export interface Environment {
  readonly apiKey: string;
  readonly baseUrl: string;
}

/** What a variable of the environment holds: an empty one counts as unset. Undefined where there is no environment. */
export function fromEnvironment(variable: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.[variable];
  } catch {
    // Deno without --allow-env.
  }
  return undefined;
}
