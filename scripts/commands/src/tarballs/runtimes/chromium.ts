import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { findProgram } from "../../workspace/programs.ts";
import { Skip } from "../report.ts";
import { mustRun, start, stop, temporaryFolder } from "../run.ts";
import { bundle } from "./bundle.ts";
import { listen } from "./listen.ts";
import { SCENARIO_TIMEOUT_MS, versionIn, type Outcome, type Runtime, type Settings } from "./runtime.ts";

/** No window, and no word to anyone but the page's servers. The sandbox can't be had as root. */
const FLAGS =
  "--headless --no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage --disable-breakpad --no-first-run " +
  "--disable-background-networking --disable-component-update --disable-sync --disable-extensions";

/** A real page that loads the bundle over http and calls the mocks across origins. */
export const chromium: Runtime = {
  name: "Chromium",
  async version() {
    return versionIn(await mustRun(await findChromium(), ["--version"], { cwd: "/" }));
  },
  async run(cwd, settings) {
    await bundle(cwd, "page.mjs", "page.js");
    const page = createPage(readFileSync(join(cwd, "page.js"), "utf8"), settings);
    await using server = await listen(page.server);
    const timer = setTimeout(() => page.fail("the page sent no outcomes in time"), SCENARIO_TIMEOUT_MS);
    try {
      await using browser = await startChromium(server.url);
      return await Promise.race([page.outcomes, browser.ended]);
    } finally {
      clearTimeout(timer);
    }
  },
};

/** Chromium without a window at an address. `ended` rejects, with what it printed, when it ends by itself. */
export async function startChromium(url: string): Promise<AsyncDisposable & { readonly ended: Promise<never> }> {
  const home = temporaryFolder("x-chromium");
  const args = [...FLAGS.split(" "), `--user-data-dir=${home}/profile`, url];
  // Its libraries leave files in the home folder.
  const env = { HOME: home, XDG_CACHE_HOME: undefined, XDG_CONFIG_HOME: undefined };
  const started = start(await findChromium(), args, { cwd: home, env });
  const { child } = started;
  const errors: string[] = [];
  child.stdout?.resume();
  child.stderr?.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  const ended = new Promise<never>((_, reject) => {
    const fail = (why: string): void => reject(new Problem(`${why}\n${errors.join("").slice(-4_000)}`));
    child.once("error", (error) => fail(error.message));
    child.once("close", () => fail("Chromium ended by itself"));
  });
  // It ends when nobody waits any more, too.
  ended.catch(() => {});
  return { ended, [Symbol.asyncDispose]: () => stop(started) };
}

/** The document at an address, as HTML, once its scripts have done what they do at the start. */
export async function documentAt(url: string): Promise<string> {
  const home = temporaryFolder("x-chromium");
  const args = [
    ...FLAGS.split(" "),
    `--user-data-dir=${home}/profile`,
    "--dump-dom",
    "--virtual-time-budget=10000",
    url,
  ];
  const env = { HOME: home, XDG_CACHE_HOME: undefined, XDG_CONFIG_HOME: undefined };
  return mustRun(await findChromium(), args, { cwd: home, env });
}

interface Page {
  readonly server: Server;
  readonly outcomes: Promise<readonly Outcome[]>;
  fail(why: string): void;
}

function createPage(script: string, settings: Settings): Page {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Outcome[]>();
  const html = `<!doctype html><meta charset="utf-8"><title>Scenario</title><link rel="icon" href="data:,">
    <script>
      const tell = (why) => fetch("/fault", { method: "POST", body: JSON.stringify(String(why)) });
      addEventListener("error", (event) => tell(event.message));
      addEventListener("unhandledrejection", (event) => tell(event.reason));
    </script>
    <script type="module" src="/page.js"></script>`;
  const pages: Record<string, [type: string, body: string]> = {
    "/": ["text/html", html],
    "/page.js": ["text/javascript", script],
    "/settings": ["application/json", JSON.stringify(settings)],
  };
  const fail = (why: string): void => reject(new Problem(why));
  const told = async (request: IncomingMessage): Promise<void> => {
    const body = await json(request);
    if (request.url === "/outcomes") resolve(body as Outcome[]);
    else fail(String(body));
  };
  const server = createServer((request, response) => {
    if (request.method === "POST") told(request).catch((thrown: unknown) => fail(String(thrown)));
    const [type, body] = pages[request.url ?? ""] ?? ["text/plain", ""];
    response.writeHead(200, { "content-type": type }).end(body);
  });
  return { server, outcomes: promise, fail };
}

let found: string | undefined;

/** Chromium where it is installed; Debian's, installed now, for root. @throws {Skip} when there is none */
async function findChromium(): Promise<string> {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  found ??= findProgram(...names);
  if (!found && findProgram("apt-get") && process.getuid?.() === 0) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await mustRun("apt-get", ["update", "-qq"], { cwd: "/", env });
    const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
    await mustRun("apt-get", install, { cwd: "/", env, timeoutMs: 300_000 });
    found = findProgram(...names);
  }
  if (!found) throw new Skip("There is no chromium or google-chrome on PATH, and only root may install it.");
  return found;
}
