import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../workspace/files.ts";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: unknown;
}

/** TypeScript 7, asked over the Language Server Protocol as an editor asks it. */
export class LanguageServer implements Disposable {
  readonly #process = spawn(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--lsp", "--stdio"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #received = Buffer.alloc(0);
  #asked = 0;

  constructor() {
    this.#process.stdout.on("data", (chunk: Buffer) => this.#receive(chunk));
  }

  /** What it shows over a text of a file in a folder. */
  async hover(folder: string, file: string, content: string, text: string): Promise<string> {
    await this.#ask("initialize", { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {} });
    this.#send({ method: "initialized", params: {} });
    const uri = pathToFileURL(join(folder, file)).href;
    this.#send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId: "typescript", version: 1, text: content } },
    });
    const before = content.slice(0, content.indexOf(text)).split("\n");
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const shown = await this.#ask("textDocument/hover", { textDocument: { uri }, position });
    return JSON.stringify(shown);
  }

  [Symbol.dispose](): void {
    this.#process.kill();
  }

  #ask(method: string, params: object): Promise<unknown> {
    const id = (this.#asked += 1);
    this.#send({ id, method, params });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.subarray(0, end).toString())?.[1]);
      if (end < 0 || this.#received.length < end + 4 + length) return;
      const message = JSON.parse(this.#received.subarray(end + 4, end + 4 + length).toString()) as Message;
      this.#received = this.#received.subarray(end + 4 + length);
      this.#take(message);
    }
  }

  /** A response to what was asked; what the server asks itself has no setting to answer with. */
  #take({ id, method, params, result }: Message): void {
    if (id === undefined) return;
    if (method === undefined) this.#waiting.get(id)?.(result);
    else this.#send({ id, result: method === "workspace/configuration" ? params?.items?.map(() => null) : null });
  }
}
