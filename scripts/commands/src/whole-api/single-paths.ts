import type { JsonObject } from "@x/openapi";
import { failed, json, ref } from "./parts.ts";
import type { Version } from "./resource-schemas.ts";

/** Operations that an API has once: forms, files, text, unions. */
export function singlePaths(version: Version): JsonObject {
  const bytes: JsonObject =
    version === "3.0.3"
      ? { type: "string", format: "binary" }
      : { type: "string", format: "binary", contentMediaType: "application/octet-stream" };
  return {
    "/token": {
      post: {
        operationId: "createToken",
        security: [],
        requestBody: { required: true, content: { "application/x-www-form-urlencoded": { schema: ref("Grant") } } },
        responses: { "200": { description: "A token", content: json(ref("Token")) }, "400": failed },
      },
    },
    "/files": {
      post: {
        operationId: "upload.file",
        requestBody: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                required: ["file"],
                properties: { file: bytes, name: { type: "string" }, labels: { type: "array", items: ref("Label") } },
              },
            },
          },
        },
        responses: { "201": { description: "Kept", content: json(ref("FileResponse")) }, "413": failed },
      },
    },
    "/files/{file_id}/content": {
      get: {
        operationId: "downloadFile",
        parameters: [{ name: "file_id", in: "path", required: true, schema: { type: "integer", minimum: 1 } }],
        responses: {
          "200": { description: "Its bytes", content: { "application/octet-stream": { schema: bytes } } },
          "404": failed,
        },
      },
    },
    "/reports/{report_id}.csv": {
      get: {
        operationId: "exportReport",
        parameters: [{ name: "report_id", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          "200": {
            description: "Lines",
            content: { "text/csv": { schema: { type: "string" }, example: "a,b\n1,2\n" } },
          },
          "404": { description: "None", content: { "text/plain": { schema: { type: "string" } } } },
        },
      },
    },
    "/events/search": {
      post: {
        operationId: "searchEvents",
        requestBody: { $ref: "#/components/requestBodies/Search" },
        responses: {
          "200": { description: "Events", content: json({ type: "array", items: ref("Event") }) },
          default: failed,
        },
      },
    },
    "/health": {
      get: {
        // Named like a class of the client: the type of its errors is not.
        operationId: "api",
        security: [],
        responses: { "200": { description: "Well", content: { "text/plain": { schema: { type: "string" } } } } },
      },
    },
  };
}
