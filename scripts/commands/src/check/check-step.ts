import { writeFileSync } from "node:fs";
import { MockError } from "@x/mock";
import { Problem } from "@x/openapi";
import { say } from "../terminal/say.ts";
import { makePackage, type MakeRequest } from "./make-package.ts";
import { runContract, type ContractRequest } from "./run-contract.ts";

// A process for one step of one document: it can be ended, whatever the document makes it do.
const [name, request = "{}", result = ""] = process.argv.slice(2);
const given = JSON.parse(request) as MakeRequest & ContractRequest;
try {
  const tell = (done: number, of: number): void => say(`${done}/${of}\n`);
  const value = name === "contract" ? await runContract(given, tell) : await makePackage(given);
  writeFileSync(result, JSON.stringify({ value }));
} catch (thrown) {
  // What the mock can't serve is no fault of ours either.
  if (!(thrown instanceof Problem || thrown instanceof MockError)) throw thrown;
  writeFileSync(result, JSON.stringify({ refused: thrown.message }));
}
// Sockets and threads that a step left behind hold nothing up.
process.exit();
