/** Where the scenario finds its servers. */
export interface Settings {
  readonly telnyxVideoUrl: string;
  readonly pagecallUrl: string;
  readonly slowUrl: string;
}

/** What came of one check of the scenario. */
export interface Outcome {
  readonly check: string;
  /** Why it failed. */
  readonly fault?: string;
}

export interface Runtime {
  readonly name: string;
  /** What it says of itself. @throws {Skip} when it is not there and can't be had */
  version(): Promise<string>;
  /** Runs the scenario in a folder that has the packages and the consumer's files. */
  run(project: string, settings: Settings): Promise<readonly Outcome[]>;
}

/** How long a runtime may take for the scenario, of which a second is waiting. */
export const SCENARIO_TIMEOUT_MS = 60_000;

/** The version in what a program prints for `--version`. */
export function versionIn(text: string): string {
  return /\d+([.-]\d+)+/.exec(text)?.[0] ?? text.trim();
}
