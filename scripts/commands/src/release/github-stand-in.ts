// Stands in for `gh`: knows the releases of a folder, and refuses whatever option the workflow does not use today.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";

const state = process.env["GITHUB_STAND_IN"]!;
const [group, verb, ...rest] = process.argv.slice(2);

switch (`${group} ${verb}`) {
  case "auth setup-git":
    break;
  case "release view": {
    const [tag] = parseArgs({ args: rest, allowPositionals: true }).positionals;
    if (!existsSync(folderOf(tag!))) fail(1, "release not found");
    break;
  }
  case "release create":
    release();
    break;
  case "workflow run": {
    const { positionals, values } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: { ref: { type: "string" } },
    });
    writeFileSync(join(state, "dispatched"), `${positionals[0]} on ${values.ref}\n`, { flag: "a" });
    break;
  }
  default:
    fail(64, `gh ${group} ${verb} is not known here`);
}

function release(): void {
  const { positionals, values } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { "verify-tag": { type: "boolean" }, title: { type: "string" }, "notes-file": { type: "string" } },
  });
  const [tag, ...assets] = positionals as [string, ...string[]];
  if (!process.env["GH_TOKEN"]) fail(4, "no GH_TOKEN");
  if (existsSync(folderOf(tag))) fail(1, `a release with the tag ${tag} already exists`);
  const there = spawnSync("git", ["ls-remote", "--exit-code", "origin", `refs/tags/${tag}`]);
  if (values["verify-tag"] && there.status !== 0) fail(1, `tag ${tag} doesn't exist in the repo`);
  const notes = readFileSync(values["notes-file"]!, "utf8");
  mkdirSync(folderOf(tag), { recursive: true });
  writeFileSync(join(folderOf(tag), "notes.md"), notes);
  for (const asset of assets) cpSync(asset, join(folderOf(tag), basename(asset)));
}

function folderOf(tag: string): string {
  return join(state, "releases", encodeURIComponent(tag));
}

function fail(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
