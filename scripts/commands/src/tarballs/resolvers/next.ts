import { copyFileSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { ANSWERS, mockEnvironment, type Mocks } from "../checks/mock.ts";
import { mustRun, start, stop } from "../run.ts";
import { PUBLISHED_BEFORE } from "../tools.ts";
import { NPM_INSTALL } from "../workspace.ts";

/** What `create-next-app` puts in, in these versions. */
const DEPENDENCIES = {
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  typescript: "5.9.3",
  "@types/node": "20.19.43",
  "@types/react": "19.3.0",
};

const CONSUMER = join(import.meta.dirname, "../consumer");
const BUILD_TIMEOUT_MS = 300_000;

/** Installs an application of Next's with the packages. Not from the tools' cache: Next takes no links that lead out. */
export async function prepareNext(folder: string, tarballs: Iterable<string>): Promise<undefined> {
  mkdirSync(folder);
  cpSync(join(CONSUMER, "next"), folder, { recursive: true });
  copyFileSync(join(CONSUMER, "consumer.ts"), join(folder, "consumer.ts"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: DEPENDENCIES }));
  const install = [...NPM_INSTALL, "--prefer-offline", `--before=${PUBLISHED_BEFORE}`, ...tarballs];
  await mustRun("npm", install, { cwd: folder, timeoutMs: BUILD_TIMEOUT_MS });
}

/** Builds the application for production, starts it and asks its route handler and its server component. */
export async function checkNext(folder: string, mocks: Mocks): Promise<undefined> {
  const env = { ...mockEnvironment(mocks), NEXT_TELEMETRY_DISABLED: "1", CI: "1" };
  const next = join(folder, "node_modules/.bin/next");
  await mustRun(next, ["build"], { cwd: folder, env, timeoutMs: BUILD_TIMEOUT_MS });
  const server = start(next, ["start", "--hostname", "127.0.0.1", "--port", "0"], { cwd: folder, env });
  try {
    const url = await urlFrom(server.child);
    const route = await (await fetch(`${url}/call`)).text();
    const page = await (await fetch(url)).text();
    const component = /<main>(.*?)<\/main>/.exec(page)?.[1] ?? "";
    compare("the route handler", route);
    compare("the server component", decodeURIComponent(component));
  } finally {
    await stop(server);
  }
}

function compare(what: string, text: string): void {
  if (!isDeepStrictEqual(parsed(text), ANSWERS)) throw new Problem(`${what} gives ${text.slice(0, 2_000)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The address that `next start` tells. @throws {Problem} with its words when it ends before */
async function urlFrom(child: ReturnType<typeof start>["child"]): Promise<string> {
  let text = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: string): void => {
      text += chunk;
      const url = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(text)?.[0];
      if (url) resolve(url);
    };
    child.stdout?.setEncoding("utf8").on("data", read);
    child.stderr?.setEncoding("utf8").on("data", read);
    child.once("close", () => reject(new Problem(`next start ended:\n${text}`)));
  });
}
