import { isObject, methods, type JsonObject } from "@x/openapi";
import { methodName, typeName } from "./names.ts";

/** The payload that a vendor sends to a webhook. */
export interface WebhookModel {
  /** Name of its type: `RoomEndedWebhook`. */
  readonly type: string;
  /** As the document has it: `room.ended`. */
  readonly name: string;
  /** Lower-case HTTP method. */
  readonly method: string;
  /** Media type of the payload: JSON where the document has it. */
  readonly mediaType: string;
}

/** The webhooks of a document that have a payload (OpenAPI 3.1, `webhooks`), each with the name of its type. */
export function webhooksOf({ webhooks }: JsonObject): WebhookModel[] {
  const models: WebhookModel[] = [];
  for (const [name, item] of Object.entries(isObject(webhooks) ? webhooks : {})) {
    const offered = methods.filter((method) => isObject(item) && isObject(item[method]));
    for (const method of offered) {
      const mediaType = payloadOf((item as JsonObject)[method] as JsonObject);
      if (mediaType === undefined) continue;
      const words = offered.length > 1 ? `${name} ${method}` : name;
      models.push({ type: `${typeName(methodName("", "", words))}Webhook`, name, method, mediaType });
    }
  }
  const seen = new Set<string>();
  return models.filter(({ type }) => !seen.has(type) && seen.add(type));
}

function payloadOf({ requestBody }: JsonObject): string | undefined {
  const content = isObject(requestBody) && isObject(requestBody["content"]) ? requestBody["content"] : {};
  const offered = Object.keys(content);
  return offered.find((type) => /^application\/(.+\+)?json\b/i.test(type)) ?? offered[0];
}
