import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join, relative, resolve, sep } from "node:path";
import { decodeText, isObject, parseYaml, Problem, withoutExternalValues, type Json } from "@x/openapi";
import type { Bounds } from "./bounds.ts";

/** Milliseconds that a bundler may take: ten times what the largest document that we met did. */
const TIMEOUT_MS = 60_000;
/** Files that are looked into; of any other, only that it lies inside is known. */
const PARSED = /^\.(ya?ml|json)$/i;

/** Whether a document of one file refers to others beside it. */
export function isOfManyFiles(document: Json): boolean {
  return fileReferences(withoutPrivate(document)).some((reference) => !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(reference));
}

/**
 * One document of many files, by Redocly CLI. What is referred to, however far, must lie in the document's own folder: no
 * other file is read, and no network. The bundler gets a copy, as it was looked through here, and without `externalValue` of
 * examples, which it would fetch.
 *
 * @param path - of the file that the others hang on
 * @param name - what messages call it
 * @returns the text of the one document
 * @throws {Problem} naming the reference that leaves the folder or leads to no file, or with the bundler's own words
 */
export function bundle(path: string, name: string, bounds: Bounds): string {
  const files = readFiles(path, name, bounds);
  const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  try {
    const [config, result] = [join(folder, "redocly.yaml"), join(folder, "bundle.json")];
    writeFileSync(config, "telemetry: off\n");
    for (const [file, content] of files) {
      mkdirSync(dirname(join(folder, "files", file)), { recursive: true });
      writeFileSync(join(folder, "files", file), content);
    }
    const copy = join(folder, "files", relative(realpathSync(dirname(path)), realpathSync(path)));
    const args = [cli, "bundle", copy, "--config", config, "--output", result, "--ext", "json"];
    const env = { ...process.env, NO_COLOR: "1", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off" };
    const options = { cwd: folder, env, encoding: "utf8", timeout: TIMEOUT_MS, killSignal: "SIGKILL" } as const;
    const { stderr } = spawnSync(process.execPath, args, options);
    if (existsSync(result)) return decodeText(readFileSync(result), name);
    const words = stderr.trim().replaceAll(join(folder, "files"), ".").split("\n").slice(0, 5).join("\n");
    throw new Problem(
      `${name} can't be made one document by \`redocly bundle\`:\n${words || "it did not end by itself"}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What the bundler is given, by the files' paths from the document's folder.
 *
 * @throws {Problem} when a file that is reached lies outside of the folder, or is none
 */
function readFiles(root: string, name: string, bounds: Bounds): Map<string, string | Uint8Array> {
  const home = realpathSync(dirname(root));
  const known = new Set([realpathSync(root)]);
  const files = new Map<string, string | Uint8Array>();
  for (const file of known) {
    const shown = relative(home, file).replaceAll("\\", "/");
    if (statSync(file).size > bounds.maxBytes)
      throw new Problem(`${name}: ${shown} is bigger than ${bounds.maxBytes} bytes. That is no API document.`);
    const bytes = readFileSync(file);
    if (!PARSED.test(extname(file))) {
      files.set(shown, bytes);
      continue;
    }
    const content = withoutPrivate(parseYaml(decodeText(bytes, shown), shown));
    files.set(shown, JSON.stringify(isObject(content) ? withoutExternalValues(content) : content));
    for (const reference of fileReferences(content)) known.add(fileAt(reference, file, home, name));
    if (known.size > bounds.maxPages) throw new Problem(`${name}: more than ${bounds.maxPages} files hang on it.`);
  }
  return files;
}

/** Where the file is that a reference in another leads to. */
function fileAt(reference: string, from: string, home: string, name: string): string {
  const refuse = (why: string): never => {
    const shown = relative(home, from).replaceAll("\\", "/");
    throw new Problem(`${name}: the reference ${JSON.stringify(reference)} in ${shown} ${why}.`);
  };
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(reference)) refuse("leaves the document's folder");
  const target = resolve(dirname(from), decoded(reference.split("#")[0] as string));
  if (!existsSync(target)) refuse(`leads to no file`);
  const real = realpathSync(target);
  if (!real.startsWith(home + sep)) refuse("leaves the document's folder");
  // Settings and secrets of whoever keeps the document there (`.env`, `.git/config`) are no part of it.
  const names = [real, target].flatMap((path) => relative(home, path).split(sep));
  if (names.some((each) => /^\.(?!\.?$)/.test(each))) refuse("leads to a hidden file");
  if (!statSync(real).isFile()) refuse("leads to no file");
  return target;
}

/**
 * A copy without what a vendor's extensions refer to in other files: tools of the vendor's own follow it, mostly to files that
 * nobody else has.
 */
function withoutPrivate(value: Json, isExtension = false): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withoutPrivate(item, isExtension));
  const kept = Object.entries(value).filter(
    ([key, member]) => !isExtension || key !== "$ref" || typeof member !== "string" || member.startsWith("#"),
  );
  return Object.fromEntries(
    kept.map(([key, member]) => [key, withoutPrivate(member, isExtension || key.startsWith("x-"))]),
  );
}

/** The text of each `$ref`, and of each discriminator's mapping, that leads out of its file. */
function fileReferences(value: Json): string[] {
  const found: string[] = [];
  const waiting: [key: string, value: Json][] = [["", value]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [owner, inner] = next;
    if (typeof inner !== "object" || inner === null) continue;
    for (const [key, member] of Object.entries(inner)) {
      if (typeof member !== "string") waiting.push([key, member]);
      else if (
        (key === "$ref" || (owner === "mapping" && /[/\\]|\.(ya?ml|json)/i.test(member))) &&
        !member.startsWith("#")
      )
        found.push(member);
    }
  }
  return found;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
