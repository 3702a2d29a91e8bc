import type { Call } from "../call.ts";
import type { CallParts } from "../definition/call-parts.ts";
import { ResponseError, SdkError, TimeoutError } from "../errors/errors.ts";
import { refusal } from "../errors/refusal.ts";
import { callOptions, MAX_DELAY_MS, type Checks } from "../options/checks.ts";
import type { FetchFunction } from "../options/options.ts";
import { over } from "../options/over.ts";
import { networkError } from "../transport/network-error.ts";
import { startTimer } from "../transport/timer.ts";
import type { ChunkReader, Transport, TransportResponse } from "../transport/transport.ts";
import { kindOfResponse, readByType } from "./negotiated-response.ts";

/** Options of a call where a response may be bytes. */
export const streamOptions: Checks = /* @__PURE__ */ Object.assign({}, callOptions, {
  as: (value: unknown) => value !== "stream" && '"stream"',
});

interface Streamed {
  readonly as?: "stream";
  readonly fetch?: FetchFunction;
  readonly transport?: Transport;
}

/**
 * Resolves with the bytes of a response: all of them, or as they come, where the call option `as` asks for it. Generated tables
 * import it where an operation has a response of bytes.
 *
 * @throws {ConfigError} when the operation has none
 */
export function streamedResponse(call: CallParts): Partial<CallParts> {
  const { operation, definition, settings } = call;
  const { as, transport, fetch = (...given) => globalThis.fetch(...given) } = settings as Streamed;
  const isOfBytes = Object.values(definition.responses).some(hasBytes);
  if (as === undefined) return isOfBytes ? { read: readOwn } : {};
  if (!isOfBytes) refusal(operation, 'option "as"')("is for responses of bytes, which this operation has not");
  let whole: TransportResponse;
  let reader: ChunkReader | undefined;
  const isBytes = (response: TransportResponse): boolean => response.ok && kindOfResponse(response, call) === "binary";
  // The exchange sees no body: it is read by whoever asked for it.
  const taken = (response: TransportResponse): TransportResponse => {
    if (!response?.headers || response.bodyUsed || !isBytes(response)) return response;
    reader = response.body?.getReader?.();
    if (!reader) return response;
    whole = response;
    const { status, headers } = response;
    return { status, ok: true, headers, body: null, toResponse: () => whole.toResponse?.() ?? (whole as Response) };
  };
  return {
    read(response, bytes, made) {
      if (!isBytes(response)) {
        const result = readByType(response, bytes, made);
        if (!response.ok) return result;
        throw new ResponseError(`${response.status} response is not of bytes (as)`, {
          operation,
          status: response.status,
        });
      }
      // A body without a reader, as node-fetch's, was read whole.
      return reader ? streamOf(reader, whole, made as Call) : new Blob([bytes as BlobPart]).stream();
    },
    settings: transport
      ? over(settings, {
          transport: Object.assign(
            async (...given: Parameters<Transport>) => taken(await transport(...given)),
            transport,
          ),
        })
      : over(settings, {
          fetch: async (url: string, init: RequestInit) =>
            taken((await fetch(url, init)) as TransportResponse) as unknown as Response,
        }),
  };
}

function readOwn(response: TransportResponse, bytes: Uint8Array, call: CallParts): unknown {
  const result = readByType(response, bytes, call);
  return result === bytes ? own(bytes) : result;
}

/** Bytes for a caller, with nothing beside them in their buffer: undici's are Node's, a view of all that a socket read. */
function own(bytes: Uint8Array): Uint8Array {
  const isOwn = bytes.constructor === Uint8Array && bytes.length === bytes.buffer.byteLength;
  return isOwn ? bytes : new Uint8Array(bytes);
}

function hasBytes(kinds: unknown): boolean {
  return kinds === "binary" || Object.values(Object(kinds) as object).includes("binary");
}

/** A body under the guards of its call: the cap, its length, the caller's signal, and a deadline a chunk and for the whole. */
function streamOf(reader: ChunkReader, response: TransportResponse, call: Call): ReadableStream<Uint8Array> {
  const { operation, settings, endsAt } = call;
  const { status, headers } = response;
  let size = 0;
  let end = (): boolean => true;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const left = endsAt ? Math.max(endsAt - performance.now(), 0) : MAX_DELAY_MS;
        end = startTimer(call, left, (aborted) => {
          controller.error(aborted ?? late(call, "totalTimeoutMs"));
          void letGo(reader);
        });
      },
      async pull(controller) {
        let timer: ReturnType<typeof setTimeout> | undefined;
        try {
          const deadline = new Promise<never>((_, reject) => {
            timer = setTimeout(() => reject(late(call, "timeoutMs")), settings.timeoutMs);
          });
          const { done, value } = await Promise.race([reader.read(), deadline]);
          size += value?.length ?? 0;
          const unusable = faultOf(size, done, response, settings.maxResponseBytes);
          if (unusable) throw new ResponseError(unusable, { operation, status });
          if (value) controller.enqueue(own(value));
          else if (end()) controller.close();
        } catch (thrown) {
          void letGo(reader);
          if (end()) controller.error(thrown instanceof SdkError ? thrown : networkError(thrown, call, status));
        } finally {
          clearTimeout(timer);
        }
      },
      async cancel() {
        end();
        await letGo(reader);
      },
    },
    // Nothing is read that nobody asked for.
    { highWaterMark: 0 },
  );

  function faultOf(bytes: number, isWhole: boolean, { type }: TransportResponse, cap: number): string | undefined {
    if (bytes > cap) return `response body is larger than maxResponseBytes (${cap})`;
    const isShort = isWhole && type !== "cors" && bytes < Number(headers.get("content-length"));
    return isShort && !headers.get("content-encoding") ? "response body is shorter than content-length" : undefined;
  }
}

function late({ operation, settings }: Call, limit: "timeoutMs" | "totalTimeoutMs"): TimeoutError {
  return new TimeoutError(`request timed out after ${settings[limit]} ms (${limit})`, { operation });
}

async function letGo(reader: ChunkReader): Promise<void> {
  try {
    await reader.cancel();
  } catch {
    // It has failed by itself.
  }
}
