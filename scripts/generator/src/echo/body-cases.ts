import type { Json, JsonObject } from "@x/openapi";
import { oneOf, type Random } from "../additions/random.ts";
import { difference, type EchoCase } from "./echo-case.ts";
import { formCase } from "./form-cases.ts";
import { nested, text } from "./random-values.ts";

const BINARY = { type: "string", format: "binary" };

/** A body of any form that OpenAPI has, alone or chosen among several. */
export function bodyCase(random: Random): EchoCase {
  const kind = random();
  if (kind < 0.35) return formCase(random, "application/x-www-form-urlencoded");
  if (kind < 0.7) return formCase(random, "multipart/form-data");
  if (kind < 0.8) return jsonCase(random);
  return kind < 0.9 ? textCase(random) : bytesCase(random);
}

function jsonCase(random: Random): EchoCase {
  const type = oneOf(random, ["application/json", "application/merge-patch+json", "application/json; charset=utf-8"]);
  const value = nested(random);
  return caseOf(
    { [type]: { schema: { type: "object" } } },
    { body: value },
    (body, came) =>
      difference("JSON", JSON.parse(body.toString()), JSON.parse(JSON.stringify(value))) ??
      difference("type", came, type),
  );
}

/** Text, XML and the like, as it is. */
function textCase(random: Random): EchoCase {
  const type = oneOf(random, [
    "text/plain",
    "application/xml",
    "text/csv",
    "application/yaml",
    "text/plain; charset=utf-8",
  ]);
  const value = text(random);
  const beside = random() < 0.5 ? { "application/json": { schema: { type: "object" } } } : {};
  const contentType = "application/json" in beside ? { contentType: type } : {};
  return caseOf(
    { [type]: { schema: { type: "string" } }, ...beside },
    { body: value, ...contentType },
    (body, came) => difference("text", body.toString(), value) ?? difference("type", came, type),
  );
}

function bytesCase(random: Random): EchoCase {
  const bytes = Uint8Array.from({ length: 1 + Math.floor(random() * 200) }, () => Math.floor(random() * 256));
  const type = oneOf(random, ["application/octet-stream", "image/png", "*/*", "audio/*"]);
  const given = oneOf<() => unknown>(random, [
    () => bytes,
    () => bytes.buffer,
    () => new DataView(bytes.buffer),
    () => new Blob([bytes], { type: "audio/wav" }),
    () => new Blob([bytes], { type: "audio/wav" }).stream(),
  ])();
  const own = given instanceof Blob ? "audio/wav" : "application/octet-stream";
  return caseOf(
    { [type]: { schema: BINARY } },
    { body: given },
    (body, came) =>
      difference("bytes", body.toString("hex"), Buffer.from(bytes).toString("hex")) ??
      difference("type", came, type.includes("*") ? own : type),
  );
}

function caseOf(
  content: JsonObject,
  input: EchoCase["input"],
  judge: (body: Buffer, type: string | undefined) => string | undefined,
): EchoCase {
  return {
    what: `${Object.keys(content).join(", ")} of ${JSON.stringify(input)}`,
    method: "post",
    path: "",
    operation: { requestBody: { required: true, content } as Json },
    input,
    isRefused: false,
    judge: ({ body, headers }) => judge(body, headers["content-type"]),
  };
}
