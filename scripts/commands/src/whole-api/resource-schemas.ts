import type { JsonObject } from "@x/openapi";
import { ref, titleOf } from "./parts.ts";

/** The two generations of OpenAPI that vendors write. */
export type Version = "3.0.3" | "3.1.0";

/** A string or null, as each generation says it. */
export function nullableOf(version: Version): JsonObject {
  return version === "3.0.3" ? { type: "string", nullable: true } : { type: ["string", "null"] };
}

/** The schemas of one resource. */
export function resourceSchemas(name: string, version: Version): JsonObject {
  const title = titleOf(name);
  const owner =
    version === "3.0.3"
      ? { allOf: [ref("Owner")], nullable: true, description: "Who made it." }
      : { anyOf: [ref("Owner"), { type: "null" }], description: "Who made it." };
  return {
    [title]: {
      type: "object",
      // "owner_id" does not exist: vendors leave such names behind.
      required: ["id", "unique_name", "owner_id"],
      properties: {
        id: { type: "string", format: "uuid", readOnly: true, example: "not-a-uuid" },
        unique_name: { type: "string", example: 5, description: "Told apart by it.\n\nNever empty." },
        note: nullableOf(version),
        max_participants: { type: "integer", default: "ten" },
        kind: { type: "string", enum: ["open", "closed", null] },
        level: { type: "integer", enum: [1, 2, "three"] },
        owner,
        parent: { $ref: `#/components/schemas/${title}Stub`, description: "A sibling of a $ref." },
        // Neither is of the form that the document's version of OpenAPI gives it.
        topic: { type: "string", nullable: true, required: true },
        settings: { type: "object", additionalProperties: { type: "string" } },
        created_at: { type: "string", format: "date-time", readOnly: true },
      },
    },
    [`${title}Stub`]: {
      type: "object",
      properties: { id: { type: "string" }, children: { type: "array", items: ref(`${title}Stub`) } },
    },
    [`${title}Create`]: {
      allOf: [
        ref(title),
        {
          type: "object",
          required: ["tags"],
          properties: {
            tags: { type: "array", items: ref("Tag"), description: "What to find it by." },
            secret: { type: "string", writeOnly: true, deprecated: true },
          },
        },
      ],
    },
    [`${title}Update`]: {
      type: "object",
      properties: { note: nullableOf(version), max_participants: { type: "integer", minimum: 1, default: "ten" } },
    },
    [`${title}Response`]: { type: "object", properties: { data: ref(title) } },
    [`${title}List`]: {
      type: "object",
      required: ["data"],
      properties: { data: { type: "array", items: ref(title) }, meta: ref("PageMeta") },
    },
  };
}

/** The schemas that all resources share. */
export function sharedSchemas(version: Version): JsonObject {
  const text = { type: "string" };
  const object = (required: string[], properties: JsonObject): JsonObject => ({ type: "object", required, properties });
  return {
    Tag: object(["id", "label"], { id: { type: "integer", readOnly: true }, label: text }),
    Owner: object(["id"], { id: { type: "string", readOnly: true }, name: nullableOf(version) }),
    Label: { type: "string", maxLength: 20 },
    Template: object(["template"], { template: text, tags: { type: "array", items: ref("Label") } }),
    PageMeta: { type: "object", properties: { page_number: { type: "integer" }, total_pages: { type: "integer" } } },
    Grant: object(["grant_type"], {
      grant_type: { type: "string", enum: ["client_credentials"] },
      scopes: { type: "array", items: text },
    }),
    Token: object(["access_token", "expires_in"], { access_token: text, expires_in: { type: "integer" } }),
    FileResponse: object(["id"], { id: { type: "integer" }, name: nullableOf(version), size: { type: "integer" } }),
    Event: {
      oneOf: [ref("JoinedEvent"), ref("LeftEvent")],
      discriminator: {
        propertyName: "type",
        mapping: { joined: "#/components/schemas/JoinedEvent", left: "#/components/schemas/LeftEvent" },
      },
    },
    JoinedEvent: object(["type", "at"], {
      type: { type: "string", enum: ["joined"] },
      at: { type: "string", format: "date-time" },
    }),
    LeftEvent: object(["type", "reason"], { type: { type: "string", enum: ["left"] }, reason: text }),
    EventQuery: {
      anyOf: [
        object(["since"], { since: { type: "string", format: "date" } }),
        object(["ids"], { ids: { type: "array", items: text } }),
      ],
    },
    Problem: {
      type: "object",
      required: ["code", "title"],
      properties: {
        code: { type: "string" },
        title: { type: "string" },
        detail: nullableOf(version),
        meta: { type: "object", additionalProperties: true },
      },
    },
  };
}
