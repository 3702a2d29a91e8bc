// Node, Bun and Deno: settings in the argument, outcomes on stdout.
import process from "node:process";
import { runScenario } from "./scenario.mjs";

console.log(JSON.stringify(await runScenario(JSON.parse(process.argv[2]))));
