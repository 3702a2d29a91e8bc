#!/usr/bin/env node
import { refusalOf } from "../node-version.ts";

// The rest is written for Nodes that this has let in.
const refusal = refusalOf(process.versions.node, process.platform);
if (refusal) {
  process.stderr.write(`x-mock: ${refusal}\n`);
  process.exitCode = 1;
} else {
  void import("./cli.ts").then(({ main }) => main(process.argv.slice(2)));
}
