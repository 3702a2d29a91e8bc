import { createHash } from "node:crypto";
import { parseOpenApi, resolve, type JsonObject, isObject, Problem } from "@x/openapi";
import type { Fence } from "./markdown.ts";
import { matches } from "./only.ts";

/** One OpenAPI document that a source holds, whole or of one operation. */
export interface Piece {
  /** File path or URL it was read from. */
  readonly source: string;
  /** Sha256 of the text as it arrived. */
  readonly sha256: string;
  readonly document: JsonObject;
}

/** Sha256 of a text, in hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * The documents in the fences of a page whose operation is wanted. The others are not even parsed.
 *
 * @throws {Problem} when a document does not parse or lacks the operation that its fence announces
 */
export function piecesOfPage(text: string, fences: Fence[], only: readonly string[], source: string): Piece[] {
  const pieces: Piece[] = [];
  for (const fence of fences) {
    if (!matches(only, fence.method, fence.path)) continue;
    const document = parseOpenApi(fence.text, source);
    const item = resolve(document, (document["paths"] as JsonObject)[fence.path], source);
    if (!isObject(item) || !(fence.method.toLowerCase() in item)) {
      throw new Problem(
        `${source} announces ${fence.method} ${fence.path} above a document without it. Its fence is damaged.`,
      );
    }
    pieces.push({ source, sha256: sha256(text), document });
  }
  return pieces;
}

// Within one line: over several, they would begin anew at each.
const SWAGGER = /^[ \t]*(?:\{[ \t]*)?(["']?)swagger\1[ \t]*:/m;
const OPENAPI = /^[ \t]*(?:\{[ \t]*)?(["']?)openapi\1[ \t]*:/m;

/**
 * A whole document.
 *
 * @throws {Problem} when it does not parse as OpenAPI 3.0 or 3.1
 */
export function pieceOfDocument(text: string, source: string): Piece {
  if (SWAGGER.test(text) && !OPENAPI.test(text))
    throw new Problem(
      `${source} is Swagger 2.0. Convert it to OpenAPI 3 first: npx swagger2openapi ${source} --outfile openapi.yaml`,
    );
  return { source, sha256: sha256(text), document: parseOpenApi(text, source) };
}
