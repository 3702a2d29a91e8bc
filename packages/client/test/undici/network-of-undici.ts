import { request, type Dispatcher } from "undici";

// Suites hand in a `fetch` that calls the platform's and takes notes: over undici, that one is undici's `request`.
globalThis.fetch = async (url, { method = "GET", headers, body, signal } = {}) => {
  const options = { method, headers: Object.fromEntries(new Headers(headers)), body, signal };
  const received = await request(String(url), options as Parameters<typeof request>[1] & object);
  const { statusCode: status, body: content } = received;
  const bytes = await content.arrayBuffer();
  const hasNone = status === 204 || status === 304;
  return new Response(hasNone ? null : bytes, { status, headers: pairs(received.headers) });
};

function pairs(headers: Dispatcher.ResponseData["headers"]): [string, string][] {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  );
}
