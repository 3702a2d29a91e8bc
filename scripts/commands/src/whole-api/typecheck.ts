import { join } from "node:path";
import { root as repository } from "../workspace/files.ts";
import { workspaceOf } from "../testing/workspace.ts";
import { run } from "../workspace/run.ts";

/** What the compiler that builds the packages says of these files, by the packages' own settings; "" when all is well. */
export async function typecheck(files: { readonly [path: string]: string }): Promise<string> {
  const config = {
    extends: join(repository, "tsconfig.base.json"),
    compilerOptions: {
      noEmit: true,
      noUnusedLocals: false,
      paths: {
        "@x/client": [join(repository, "packages/client/src/index.ts")],
        "openapi-fetch": [join(repository, "packages/client/node_modules/openapi-fetch/dist/index.d.mts")],
      },
    },
    include: ["*.ts"],
  };
  const folder = workspaceOf({
    ...files,
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify(config),
  });
  const { output } = await run(join(repository, "node_modules/.bin/tsc"), ["-p", folder], folder);
  return output.trim();
}
