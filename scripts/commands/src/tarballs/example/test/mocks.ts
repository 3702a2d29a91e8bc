import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    pagecallUrl: string;
    telnyxVideoUrl: string;
  }
}

const require = createRequire(import.meta.url);

/** Starts a mock of each vendor before the tests, and ends it after them. */
export default async function setup(project: TestProject): Promise<() => void> {
  const pagecall = startMock("@x/pagecall/openapi.yaml");
  const telnyxVideo = startMock("@x/telnyx-video/openapi.yaml");
  project.provide("pagecallUrl", await pagecall.url);
  project.provide("telnyxVideoUrl", await telnyxVideo.url);
  return () => {
    pagecall.end();
    telnyxVideo.end();
  };
}

/** Prism on a spec that an installed package ships, on a free port. */
function startMock(spec: string): { url: Promise<string>; end: () => void } {
  const prism = require.resolve("@stoplight/prism-cli/dist/index.js");
  const child = spawn(process.execPath, [prism, "mock", "--port", "0", require.resolve(spec)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const end = (): void => {
    child.kill();
  };
  process.once("exit", end);
  const url = new Promise<string>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Prism on ${spec} ended with exit code ${code}`)));
    createInterface(child.stdout).on("line", (line) => {
      const address = /listening on (http:\/\/[\d.]+:\d+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
  return { url, end };
}
