import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { Problem } from "@x/openapi";
import { defaultBounds } from "./bounds.ts";
import type { Bounds } from "./bounds.ts";
import { Budget } from "./budget.ts";
import { fetchText } from "./fetch-text.ts";
import { serveSite } from "../test-site.ts";

function fetchFrom(address: string, bounds: Partial<Bounds> = {}): Promise<string> {
  return fetchText(new URL(address), { ...defaultBounds, ...bounds }, new Budget(defaultBounds.maxTotalBytes));
}

test("reads a text as UTF-8 with line feeds alone", async () => {
  const site = await serveSite({ "/page.md": "﻿# Räume\r\n\r\nText\r\n" });
  expect(await fetchFrom(`${site}/page.md`)).toBe("# Räume\n\nText\n");
});

test("names the status of an answer that is none", async () => {
  const site = await serveSite({});
  await expect(fetchFrom(`${site}/gone.md`)).rejects.toThrow(`${site}/gone.md answered 404 Not Found.`);
});

test("follows redirects within the origin", async () => {
  const site = await serveSite({
    "/old": (response) => response.writeHead(308, { location: "/new" }).end(),
    "/new": "text",
  });
  expect(await fetchFrom(`${site}/old`)).toBe("text");
});

test.each(["https://elsewhere.example/page.md", "//127.0.0.2/page.md", "file:///etc/passwd", "http://%"])(
  "refuses a redirect elsewhere: %s",
  async (location) => {
    const site = await serveSite({ "/page.md": (response) => response.writeHead(302, { location }).end() });
    await expect(fetchFrom(`${site}/page.md`)).rejects.toThrow("redirects elsewhere");
  },
);

test("a redirect with credentials in it is refused, and not repeated", async () => {
  const site: string = await serveSite({
    "/old": (response) => response.writeHead(302, { location: `${site.replace("//", "//user:secret@")}/new` }).end(),
    "/new": "text",
  });
  const failure = await fetchFrom(`${site}/old`).catch(String);
  expect(failure).toContain("must not carry credentials");
  expect(failure).not.toContain("secret");
});

test("gives up on redirects without end", async () => {
  const site = await serveSite({ "/a": (response) => response.writeHead(302, { location: "/a" }).end() });
  await expect(fetchFrom(`${site}/a`)).rejects.toThrow("redirects more than 5 times");
});

test("gives up on a server that does not answer", async () => {
  const site = await serveSite({ "/slow": () => undefined });
  await expect(fetchFrom(`${site}/slow`, { timeoutMs: 50 })).rejects.toThrow("within 0.05 s");
});

test("gives up on a body that does not go on", async () => {
  const site = await serveSite({ "/slow": (response) => response.write("# Title\n") });
  await expect(fetchFrom(`${site}/slow`, { timeoutMs: 50 })).rejects.toThrow("within 0.05 s");
});

test("says that a connection broke off", async () => {
  const site = await serveSite({
    "/cut": (response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("# Title", () => response.destroy());
    },
  });
  await expect(fetchFrom(`${site}/cut`)).rejects.toThrow(/\/cut could not be read: .+ Nothing was changed/);
});

test("stops an endless body at the bound", async () => {
  const site = await serveSite({
    "/endless": (response) => {
      const more = (): void => void (response.write("x".repeat(65_536)) ? setImmediate(more) : undefined);
      response.on("drain", more);
      more();
    },
  });
  await expect(fetchFrom(`${site}/endless`, { maxBytes: 1_000_000 })).rejects.toThrow("bigger than 1000000 bytes");
});

test("counts the bytes after decompression", async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const site = await serveSite({
    "/bomb": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
  });
  expect(bomb.length).toBeLessThan(100_000);
  await expect(fetchFrom(`${site}/bomb`, { maxBytes: 1_000_000 })).rejects.toThrow("bigger than 1000000 bytes");
});

test("refuses bytes that are not text", async () => {
  const site = await serveSite({
    "/image": (response) => response.end(Buffer.from([0x89, 0x50, 0xff, 0xfe])),
  });
  await expect(fetchFrom(`${site}/image`)).rejects.toThrow("is not UTF-8 text");
});

test.each([
  ["http://example.com/llms.txt", "is not https"],
  ["ftp://127.0.0.1/llms.txt", "is not https"],
  ["http://127.0.0.1.example.com/", "is not https"],
  ["https://user:secret@example.com/", "must not carry credentials"],
])("refuses %s before anything is sent", async (address, reason) => {
  const failure = await fetchFrom(address).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(Problem);
  expect((failure as Problem).message).toContain(reason);
  expect((failure as Problem).message).not.toContain("secret");
});
