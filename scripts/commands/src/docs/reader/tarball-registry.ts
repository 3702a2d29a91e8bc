import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename } from "node:path";
import { listen } from "../../tarballs/runtimes/listen.ts";
import { mustRun } from "../../tarballs/run.ts";
import type { Manifest } from "../../tarballs/workspace.ts";

/**
 * An npm registry on loopback that has the packed packages and nothing else, so that `npm install @x/pagecall` is what a
 * reader types. npm asks it for their scope alone, by a line in the project's `.npmrc`.
 */
export async function serveTarballs(
  tarballs: ReadonlyMap<string, string>,
): Promise<AsyncDisposable & { readonly npmrc: string }> {
  const documents = new Map<string, (url: string) => string>();
  const files = new Map<string, Buffer>();
  for (const [name, path] of tarballs) {
    const bytes = readFileSync(path);
    const text = await mustRun("tar", ["-xOzf", path, "package/package.json"], { cwd: "/" });
    const manifest = JSON.parse(text) as Manifest;
    const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
    files.set(`/${basename(path)}`, bytes);
    documents.set(`/${name}`, (url) => {
      const dist = { tarball: `${url}/${basename(path)}`, integrity };
      const { version } = manifest;
      return JSON.stringify({ name, "dist-tags": { latest: version }, versions: { [version]: { ...manifest, dist } } });
    });
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "");
    const body = files.get(path) ?? documents.get(path)?.(listening.url);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  const listening = await listen(server);
  const quiet = "ignore-scripts=true\naudit=false\nfund=false\nprefer-offline=true\n";
  return {
    npmrc: `${[...tarballs.keys()][0]?.split("/")[0]}:registry=${listening.url}/\n${quiet}`,
    [Symbol.asyncDispose]: () => listening[Symbol.asyncDispose](),
  };
}
