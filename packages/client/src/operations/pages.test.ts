import { describe, expect, test } from "vitest";
import { stubFetch, type SeenRequest } from "../../test/support/stub-fetch.ts";
import { createSynthetic, method, type AnyMethod } from "../../test/support/synthetic-api.ts";
import { AbortError, ApiError, ConfigError, pages, type PagedMethod } from "../index.ts";

interface Page {
  readonly more: boolean;
}
interface Input {
  readonly query: { readonly filter: { readonly page: number } };
}
type Search = PagedMethod<Input, Page>;

const first: Input = { query: { filter: { page: 1 } } };

function pageOf({ url }: SeenRequest): number {
  return Number(new URL(url).searchParams.get("filter[page]"));
}

/** A method whose third page is the last one. */
function search(): { list: Search; seen: SeenRequest[] } {
  const { fetch, seen } = stubFetch((request) => Response.json({ page: pageOf(request), more: pageOf(request) < 3 }));
  const client = createSynthetic({ apiKey: "key", fetch, maxRetries: 0 });
  return { list: method(client, "searchThings") as AnyMethod & Search, seen };
}

function nextPage({ more }: Page, { query }: Input): Input | undefined {
  return more ? { query: { filter: { page: query.filter.page + 1 } } } : undefined;
}

async function collected<T>(all: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of all) list.push(one);
  return list;
}

describe("pages", () => {
  test("gives each response until there is no next input", async () => {
    const { list, seen } = search();
    expect(await collected(pages(list, first, nextPage))).toEqual([
      { page: 1, more: true },
      { page: 2, more: true },
      { page: 3, more: false },
    ]);
    expect(seen.map(pageOf)).toEqual([1, 2, 3]);
  });

  test("asks for no page before the loop comes to it", async () => {
    const { list, seen } = search();
    const all = pages(list, first, nextPage);
    expect(seen).toHaveLength(0);
    for await (const { more } of all) if (more) break;
    expect(seen).toHaveLength(1);
    expect(await all.next()).toEqual({ done: true, value: undefined });
    expect(seen).toHaveLength(1);
  });

  test("takes no input where the method needs none", async () => {
    const { fetch, seen } = stubFetch(() => Response.json([]));
    const list = method(createSynthetic({ apiKey: "key", fetch }), "listThings") as PagedMethod<undefined, unknown>;
    expect(await collected(pages(list, undefined, () => undefined))).toEqual([[]]);
    expect(seen).toHaveLength(1);
  });

  test("passes the options of the call on to each", async () => {
    const { list, seen } = search();
    await collected(pages(list, first, nextPage, { headers: { "x-a": "b" } }));
    expect(seen.map(({ headers }) => headers.get("x-a"))).toEqual(["b", "b", "b"]);
  });

  test.each([1, 2])("ends with an AbortError when it is aborted at page %i", async (last) => {
    const { list, seen } = search();
    const controller = new AbortController();
    const all = pages(
      list,
      first,
      (response, input) => {
        if (input.query.filter.page === last) controller.abort(new Error("enough"));
        return nextPage(response, input);
      },
      { signal: controller.signal },
    );
    await expect(collected(all)).rejects.toThrow(AbortError);
    expect(seen).toHaveLength(last);
  });

  test("ends with what a call rejects with", async () => {
    const { fetch } = stubFetch((_, number) =>
      number === 1 ? Response.json({ more: true }) : new Response("", { status: 404 }),
    );
    const list = method(createSynthetic({ apiKey: "key", fetch }), "searchThings") as AnyMethod & Search;
    const all = pages(list, first, nextPage);
    expect(await all.next()).toEqual({ done: false, value: { more: true } });
    await expect(all.next()).rejects.toThrow(ApiError);
  });
});

describe("a next without end is refused:", () => {
  const two: Input = { query: { filter: { page: 2 } } };
  const why = "pages: `next` gave the same input twice, which would never end";

  test.each<[string, (response: Page, input: Input) => Input, number]>([
    ["the same object", (_, input) => input, 1],
    ["an equal one", () => structuredClone(first), 1],
    ["one of long ago", (_, { query }) => (query.filter.page === 1 ? two : first), 2],
    ["with an undefined more", (_, { query }) => ({ query: { ...query, limit: undefined } }) as Input, 1],
  ])("%s", async (_, next, requests) => {
    const { list, seen } = search();
    await expect(collected(pages(list, first, next))).rejects.toThrow(
      new ConfigError(why, { operation: "searchThings" }),
    );
    expect(seen).toHaveLength(requests);
  });

  test("but one object with other content is another input", async () => {
    const { list, seen } = search();
    const input = { query: { filter: { page: 1 } } };
    const step = ({ more }: Page): Input | undefined => {
      input.query.filter.page += 1;
      return more ? input : undefined;
    };
    await collected(pages(list, input, step));
    expect(seen.map(pageOf)).toEqual([1, 2, 3]);
  });

  test.each([
    ["bytes", () => new Blob(["a"])],
    ["big numbers", (page: number) => BigInt(page)],
    ["dates", (page: number) => new Date(page)],
    ["form data", () => new FormData()],
  ])("and inputs differ by %s that JSON can't tell apart", async (name, value) => {
    let count = 0;
    const seen: unknown[] = [];
    const upload = Object.assign(
      async (input: unknown) => {
        seen.push(input);
        return {};
      },
      { isError: () => false },
    ) as unknown as PagedMethod<unknown, unknown>;
    const body = (): unknown => {
      const made = value(count);
      if (made instanceof FormData) made.append("page", String(count));
      return { body: made };
    };
    const next = (): unknown => (++count < 3 ? body() : undefined);
    // oxlint-disable-next-line vitest/valid-expect -- the second argument says which body it was
    expect(await collected(pages(upload, body(), next)), name).toHaveLength(3);
    expect(seen).toHaveLength(3);
  });
});

test.each([
  ["nothing", undefined],
  ["a client", createSynthetic({ apiKey: "key" })],
  ["a function that is no method", async () => ({})],
  ["the platform's fetch", fetch],
])("%s for a method is refused", async (_, given) => {
  await expect(pages(given as never, {}, () => undefined).next()).rejects.toThrow(
    new ConfigError("pages: the first argument must be a method of a client, as in pages(client.listRooms, …)", {
      operation: undefined,
    }),
  );
});

test("what is no function for next is refused before anything is sent", async () => {
  const { list, seen } = search();
  await expect(pages(list, first, "next" as never).next()).rejects.toThrow("pages: `next` must be a function");
  expect(seen).toHaveLength(0);
});

test("an input that can't be written down is refused by the method, in its words", async () => {
  const { list } = search();
  const round: Record<string, unknown> = {};
  round["filter"] = { round };
  await expect(pages(list, { query: round } as never, () => undefined).next()).rejects.toThrow(ConfigError);
});
