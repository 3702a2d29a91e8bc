import { readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";

const shared = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  logLevel: "warning",
  legalComments: "eof",
  charset: "utf8",
  metafile: true,
} satisfies BuildOptions;

/** Postman's collections, a hook that reads source maps for stack traces, and what others only use where it is installed. */
const NOT_NEEDED = /^(postman-collection|\.\/sourcemap-register\.js|pino-pretty|encoding|kerberos)$/;

/**
 * Without what Prism does not need to serve a document, such as faker's other languages (4 MB), and with the build of
 * jsonc-parser that does not look for its parts at run time.
 */
const slim: Plugin = {
  name: "slim",
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^@faker-js\/faker$/ }, ({ kind, resolveDir }) =>
      resolve("@faker-js/faker/locale/en", { kind, resolveDir }),
    );
    onResolve({ filter: /^jsonc-parser$/ }, ({ resolveDir }) => {
      const manifest = createRequire(join(resolveDir, "x")).resolve("jsonc-parser/package.json");
      const { module } = JSON.parse(readFileSync(manifest, "utf8")) as { module: string };
      return { path: join(dirname(manifest), module) };
    });
    onResolve({ filter: NOT_NEEDED }, ({ path }) => ({ path, namespace: "nothing" }));
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** What is changed in Prism's files, by the end of their paths. */
const MENDED: readonly { readonly file: RegExp; readonly find: string; readonly replace: string }[] = [
  {
    // Prism waits for the end of a body that can't be parsed, which was there before: it would never respond.
    file: /prism-http-server[\\/]dist[\\/]server\.js$/,
    find: "request.once('end', resolve);",
    replace: "if (request.readableEnded) resolve(); else request.once('end', resolve);",
  },
  {
    // It would follow a redirect of the upstream, which the client is to see.
    file: /prism-http[\\/]dist[\\/]forwarder[\\/]index\.js$/,
    find: "method: input.method,",
    replace: "method: input.method, redirect: 'manual',",
  },
];

const mended: Plugin = {
  name: "mended",
  setup({ onLoad }) {
    for (const { file, find, replace } of MENDED)
      onLoad({ filter: file }, ({ path }) => {
        const [before, after, ...others] = readFileSync(path, "utf8").split(find);
        if (after === undefined || others.length)
          throw new Error(`${path} is another than the one that is mended here`);
        return { contents: `${before}${replace}${after}` };
      });
  },
};

/** Prism and all that it needs, in one file. */
export function bundlePrism(source: string, outfile: string): Promise<{ metafile: Metafile }> {
  return build({ ...shared, entryPoints: [source], outfile, minify: true, plugins: [slim, mended] }) as never;
}

/** A file of ours, with the libraries that it uses. What it loads late, by `import("./x.ts")`, stays a file of its own. */
export function bundleOwn(source: string, outfile: string, target = "node20"): Promise<{ metafile: Metafile }> {
  return build({ ...shared, entryPoints: [source], outfile, target, plugins: [late] }) as never;
}

const late: Plugin = {
  name: "late",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: path.replace(/\.ts$/, ".js"), external: true } : undefined,
    );
  },
};

/** @throws {Error} naming what a bundle would look for on the user's disk */
export function checkWhole({ outputs }: Metafile): void {
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  const lost = imports.filter(({ external, path }) => external && !isBuiltin(path) && !path.startsWith("./"));
  if (lost.length) throw new Error(`not bundled: ${lost.map(({ path }) => path).join(", ")}`);
}
