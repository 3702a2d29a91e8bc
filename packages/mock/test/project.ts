import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A made-up API: one thing, under a base path. */
export const PETS = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://api.example.com/v3 }]
paths:
  /pet:
    get:
      responses:
        '200': { description: It, content: { application/json: { example: { id: 7 } } } }
`;

const MANIFEST = {
  version: "1.0.0",
  type: "module",
  exports: { ".": "./index.js", "./openapi.yaml": "./openapi.yaml" },
};
const ENVIRONMENT = 'export const environment = { apiKey: "PETS_API_KEY", baseUrl: "PETS_BASE_URL" };';

/** A user's project in a temporary folder. */
export class Project implements Disposable {
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), "x-mock-")));

  /** Writes a file. Returns its path. */
  write(file: string, text: string): string {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Installs an API package. A file that is undefined is left out. */
  install(name: string, files: { index?: string; document?: string | undefined } = {}): void {
    const { index = ENVIRONMENT } = files;
    const document = "document" in files ? files.document : PETS;
    const at = `node_modules/${name}`;
    this.write(`${at}/package.json`, JSON.stringify({ name, ...MANIFEST }));
    this.write(`${at}/index.js`, index);
    if (document !== undefined) this.write(`${at}/openapi.yaml`, document);
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
