import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";

function run(...args: string[]): { child: ChildProcess; output: () => string; said: (text: string) => Promise<void> } {
  const child = spawn(process.execPath, [join(import.meta.dirname, "mock.ts"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += String(chunk)));
  const said = async (text: string): Promise<void> => {
    while (!output.includes(text)) await once(child.stdout as NodeJS.ReadableStream, "data");
  };
  return { child, output: () => output, said };
}

test("keeps a mock per spec until Ctrl-C, and leaves none behind", async () => {
  const { child, output, said } = run();
  await said("Ctrl-C ends them.");
  const urls = [...output().matchAll(/^[\w-]+: (http:\S+)$/gm)].map((match) => match[1] as string);
  const samples = [...output().matchAll(/curl '(http:[^']+)' -H 'Authorization: Bearer test'/g)].map(
    (match) => match[1],
  );
  expect(urls.length).toBeGreaterThanOrEqual(2);
  expect(output()).toContain(`createPagecall({ apiKey: "test", baseUrl: "${urls[0]}" })`);
  for (const sample of samples) {
    const response = await fetch(String(sample), { headers: { authorization: "Bearer test" } });
    expect(response.status).toBe(200);
  }
  child.kill("SIGINT");
  const [code] = (await once(child, "exit")) as [number | null];
  expect(code).toBe(0);
  for (const url of urls) await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("says that a port is taken", async () => {
  const taken = createServer();
  await once(taken.listen(0, "127.0.0.1"), "listening");
  const { port } = taken.address() as AddressInfo;
  const { child, output } = run("--port", String(port));
  const [code] = (await once(child, "close")) as [number | null];
  expect([code, output()]).toEqual([
    1,
    `\n✗ Port ${port} is taken by another program. End that one, or give another port.\n`,
  ]);
  taken.close();
});

test.each([
  [["--port", "http"], "--port http is not a first port for 2 mock servers. Give a whole number from 1 to 65534."],
  [["--port", "65535"], "--port 65535 is not a first port for 2 mock servers"],
  [["--prot", "1"], "Unknown option '--prot'. See --help."],
  [["nobody"], 'There is no vendor "nobody" in specs/.'],
])("refuses %j in one message", async (args, message) => {
  const { child, output } = run(...args);
  const [code] = (await once(child, "close")) as [number | null];
  expect(code).toBe(1);
  expect(output()).toContain(message);
  expect(output().trim().split("\n")).toHaveLength(1);
});
