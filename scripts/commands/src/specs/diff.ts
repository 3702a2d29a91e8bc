import { diffSpecs, renderTerminal, type Diff, sdks, wires } from "@x/differ";
import { readSpec } from "../workspace/git.ts";
import { parseArguments } from "../terminal/arguments.ts";
import { parseOpenApi, Problem } from "@x/openapi";
import { showSteps } from "../terminal/progress.ts";
import { reportStep } from "../supervision/inside.ts";
import { say, sayJson, warn } from "../terminal/say.ts";

const usage = `Usage: pnpm specs diff OLD NEW [--json] [--no-compile] [--fail-on breaking|risky|major|minor]

OLD and NEW are files, git:REV:specs/NAME.yaml, or git:REV for the other side's file at that revision.
  --json        prints { wire, sdk, changes } and nothing else
  --no-compile  gives the verdict on the wire alone: nothing is generated or compiled
  --fail-on     exits with 1 where the changes are that bad, or worse

Exit codes: 0 where the two were compared, 1 for a failure and where --fail-on is met.`;

const thresholds = ["breaking", "risky", "major", "minor"] as const;
export type Threshold = (typeof thresholds)[number];

/**
 * `specs diff`: prints what changed between two OpenAPI documents, worst first. Sets the exit code to 1 where `--fail-on` is met.
 *
 * @throws {Problem} on wrong arguments, an unreadable side, a document that is not OpenAPI 3.0 or 3.1, a dangling reference
 */
export async function diffCommand(args: string[]): Promise<void> {
  const { oldSide, nextSide, json, compile, failOn, help } = readArguments(args);
  if (help) {
    say(`${usage}\n`);
    return;
  }
  const folder = process.cwd();
  const shown = showSteps(process.stderr);
  const showStep = (step: string): void => {
    shown(step);
    if (step !== "") reportStep(step);
  };
  const old = readSpec(oldSide, nextSide, folder);
  const next = readSpec(nextSide, oldSide, folder);
  const diff = await diffSpecs(parseOpenApi(old.text, old.source), parseOpenApi(next.text, next.source), {
    old: old.source,
    next: next.source,
    compile,
    onStep: showStep,
  });
  showStep("");
  if (json) for (const note of diff.notes) warn(`${note}\n`);
  const colour = process.stdout.hasColors?.() ?? false;
  if (json) sayJson(asJson(diff, compile));
  else say(renderTerminal(diff, colour));
  if (failOn !== undefined && meets(diff, failOn)) process.exitCode = 1;
}

/** What was not compiled has no verdict on the code. */
function asJson({ wire, sdk, changes }: Diff, compiled: boolean): object {
  if (compiled) return { wire, sdk, changes };
  return { wire, sdk: null, changes: changes.map((change) => ({ ...change, sdk: null })) };
}

interface Arguments {
  oldSide: string;
  nextSide: string;
  json: boolean;
  compile: boolean;
  failOn: Threshold | undefined;
  help: boolean;
}

function readArguments(args: string[]): Arguments {
  const { values, positionals } = parseArguments(args, {
    json: { type: "boolean" },
    "no-compile": { type: "boolean" },
    "fail-on": { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  const [oldSide, nextSide] = positionals;
  const threshold = values["fail-on"];
  const failOn = thresholds.find((known) => known === threshold);
  const help = values.help === true;
  if (!help && (oldSide === undefined || nextSide === undefined || positionals.length > 2))
    throw new Problem(`Two documents are needed, OLD and NEW; given: ${positionals.length}.\n\n${usage}`);
  if (values["no-compile"] === true && (failOn === "major" || failOn === "minor"))
    throw new Problem(`--fail-on ${failOn} asks for the verdict on the code, which --no-compile leaves out.`);
  if (threshold !== undefined && failOn === undefined)
    throw new Problem(`--fail-on ${threshold} is unknown. Give one of ${thresholds.join(", ")}.`);
  return {
    oldSide: oldSide ?? "",
    nextSide: nextSide ?? "",
    json: values.json === true,
    compile: values["no-compile"] !== true,
    failOn,
    help,
  };
}

/** Whether a diff is as bad as a threshold, or worse. */
export function meets({ wire, sdk }: Pick<Diff, "wire" | "sdk">, failOn: Threshold): boolean {
  if (failOn === "breaking" || failOn === "risky") return wires.indexOf(wire) >= wires.indexOf(failOn);
  return sdks.indexOf(sdk) >= sdks.indexOf(failOn);
}
