import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const dist = join(import.meta.dirname, "../../dist");
/** Without the folders that pnpm adds to those in which Node looks. */
const RUN = { encoding: "utf8", env: { ...process.env, NODE_PATH: "" } } as const;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "undici-"));
  // By itself, so that no undici is found but the one that a test puts beside it.
  cpSync(dist, join(folder, "dist"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Puts an undici there, of which the version and the code are made up, or none. */
function put(version?: string, code = "exports.Agent = class { dispatch() {} };"): void {
  const undici = join(folder, "node_modules/undici");
  rmSync(undici, { recursive: true, force: true });
  if (version === undefined) return;
  mkdirSync(undici, { recursive: true });
  writeFileSync(join(undici, "package.json"), JSON.stringify({ name: "undici", version }));
  writeFileSync(join(undici, "index.js"), code);
}

/** What `undiciTransport()` gives in a process of its own, after some code. */
function outcome(form: string, before = "", options = ""): string {
  const code = `
    const { undiciTransport } = await import(${JSON.stringify(join(folder, form))});
    const { log } = console;
    ${before}
    try { log(typeof undiciTransport(${options}).close) } catch (error) { log(String(error)) }`;
  const result = execFileSync(process.execPath, ["--input-type=module", "--eval", code], RUN);
  return result.trim();
}

describe.each(["dist/undici.js", "dist/cjs/undici.js"])("%s", (form) => {
  test.each(["7.0.0", "7.30.2", "8.0.0", "8.13.1-next.1", "9.0.0"])("takes undici %s", (version) => {
    put(version);
    expect(outcome(form)).toBe("function");
  });

  test("without undici says what to install, and takes a dispatcher", () => {
    put();
    expect(outcome(form)).toMatch(
      /^ConfigError: undiciTransport needs undici, which is not installed: npm install undici/,
    );
    expect(outcome(form, "", "{ dispatcher: { dispatch() {} } }")).toBe("function");
  });

  test.each(["6.21.3", "5.29.0"])("refuses undici %s, and says what to install", (version) => {
    put(version);
    expect(outcome(form)).toMatch(
      /^ConfigError: undiciTransport needs undici ≥ 7\.0\.0, and .* is installed: npm install/,
    );
  });

  test("says so where undici does not load on this Node", () => {
    put("8.13.1", 'throw new TypeError("webidl.util.markAsUncloneable is not a function")');
    expect(outcome(form)).toMatch(/^ConfigError: .* loads on this Node, and 8\.13\.1 does not: npm install undici/);
  });

  test.each(["undefined", "{}", "{ versions: { bun: '1', node: '24' } }", "{ versions: { deno: '2', node: '24' } }"])(
    "with a process that is %s says that fetch serves",
    (kind) => {
      put("8.13.1");
      const replaced = `Object.defineProperty(globalThis, "process", { value: ${kind} });`;
      expect(outcome(form, replaced)).toMatch(/^ConfigError: undiciTransport is for Node .* `fetch` serves$/);
    },
  );
});

test("the main entry point neither has undici in it nor asks for it", () => {
  put();
  const code = `await import(${JSON.stringify(join(folder, "dist/index.js"))}); console.log("loaded")`;
  expect(existsSync(join(folder, "node_modules/undici"))).toBe(false);
  expect(execFileSync(process.execPath, ["--input-type=module", "--eval", code], RUN)).toBe("loaded\n");
});
