import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mustRun } from "../tarballs/run.ts";
import { readManifest } from "../tarballs/workspace.ts";
import { root } from "../workspace/files.ts";

/** What GitHub keeps: the repository, its releases, what a run hands from job to job. */
export interface Hosting {
  readonly folder: string;
  /** URL of the bare repository. */
  readonly origin: string;
  /** Environment of every program: the stand-in for `gh`, and no settings of this machine's git. */
  readonly env: Readonly<Record<string, string>>;
  /** Notes and files of each GitHub release, by tag. */
  releases(): ReadonlyMap<string, { readonly notes: string; readonly files: readonly string[] }>;
  tags(): Promise<string[]>;
  /** Version of each package on `main`: their folders by name. */
  versions(folders: ReadonlyMap<string, string>): Promise<Map<string, string>>;
  /** A commit on `main` by somebody, whose changes the body makes in a clone. */
  commit(message: string, change: (clone: string) => void): Promise<void>;
  /** Merges a branch that a workflow pushed. */
  merge(branch: string): Promise<void>;
}

const SOMEBODY = { GIT_AUTHOR_NAME: "Somebody", GIT_AUTHOR_EMAIL: "somebody@example.com" };
const COMMITTER = { GIT_COMMITTER_NAME: "Somebody", GIT_COMMITTER_EMAIL: "somebody@example.com" };

/** A repository whose one commit is the working tree as it is now, what is ignored left out. */
export async function createHosting(folder: string): Promise<Hosting> {
  const origin = `file://${join(folder, "origin.git")}`;
  const state = join(folder, "github");
  mkdirSync(join(state, "releases"), { recursive: true });
  const env = {
    PATH: `${standIn(folder)}:${dirname(process.execPath)}:${process.env["PATH"]}`,
    GITHUB_STAND_IN: state,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
  };
  const author = { ...env, ...SOMEBODY, ...COMMITTER };
  const git = (cwd: string, ...args: string[]): Promise<string> => mustRun("git", args, { cwd, env: author });

  const first = join(folder, "first");
  const files = await mustRun("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const file of new Set(files.split("\0").filter(Boolean))) {
    cpSync(join(root, file), join(first, file), { recursive: true, force: true });
  }
  await git(first, "init", "--quiet", "--initial-branch", "main");
  await git(first, "add", "--all");
  await git(first, "commit", "--quiet", "--message", "The working tree");
  await git(folder, "clone", "--quiet", "--bare", first, "origin.git");

  let clones = 0;
  const clone = async (): Promise<string> => {
    const name = `clone-${(clones += 1)}`;
    await git(folder, "clone", "--quiet", origin, name);
    return join(folder, name);
  };
  return {
    folder,
    origin,
    env,
    releases: () =>
      new Map(
        readdirSync(join(state, "releases")).map((name) => {
          const release = join(state, "releases", name);
          const notes = readFileSync(join(release, "notes.md"), "utf8");
          return [decodeURIComponent(name), { notes, files: readdirSync(release).toSorted() }];
        }),
      ),
    tags: async () => (await git(join(folder, "origin.git"), "tag", "--list")).split("\n").filter(Boolean),
    versions: async (folders) => {
      const place = await clone();
      return new Map([...folders].map(([name, path]) => [name, readManifest(join(place, path)).version]));
    },
    commit: async (message, change) => {
      const place = await clone();
      change(place);
      await git(place, "add", "--all");
      await git(place, "commit", "--quiet", "--message", message);
      await git(place, "push", "--quiet", "origin", "main");
    },
    merge: async (branch) => {
      const place = await clone();
      await git(place, "merge", "--quiet", "--no-ff", "--message", `Merge ${branch}`, `origin/${branch}`);
      await git(place, "push", "--quiet", "origin", "main");
    },
  };
}

/** A folder with a program `gh`. */
function standIn(folder: string): string {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const program = join(import.meta.dirname, "github-stand-in.ts");
  writeFileSync(join(bin, "gh"), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, { mode: 0o755 });
  return bin;
}
