import { expect, test } from "vitest";
import { docPages } from "./pages.ts";
import { runInClone } from "./reader/clone.ts";

const pages = docPages().filter(({ blocks }) => blocks.some(({ marks }) => marks["in a clone"] !== undefined));

test.each(pages.map((page) => [page.path, page] as const))(
  "the commands of %s print in a clone of the repository what it says",
  async (_, page) => {
    expect(await runInClone(page)).toEqual([]);
  },
);
