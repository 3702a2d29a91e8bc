import { Problem } from "@x/openapi";
import { mockEnvironment, type Mocks } from "../checks/mock.ts";
import { mustRun } from "../run.ts";

/**
 * Runs a program that loads the packages in both forms. An error of one must be an error of the other.
 *
 * @param args - Node's options and the program
 * @param copies - how many copies of the classes there must be; not given: the bundler's affair
 */
export async function checkIdentity(
  node: string,
  args: readonly string[],
  { folder, mocks, copies }: { folder: string; mocks: Mocks; copies?: 1 | 2 | undefined },
): Promise<string> {
  const printed = await mustRun(node, args, { cwd: folder, env: mockEnvironment(mocks) });
  const told = JSON.parse(printed) as { copies: number; faults: string[] };
  if (told.faults.length) throw new Problem(`across ${told.copies} copies there is no ${told.faults.join(", ")}`);
  if (copies && told.copies !== copies) throw new Problem(`there are ${told.copies} copies, not ${copies}`);
  return told.copies === 1 ? "1 copy" : `${told.copies} copies`;
}
