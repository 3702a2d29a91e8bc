import { expect, test } from "vitest";
import { generateVendor } from "./generate-vendor.ts";
import { syntheticVendor } from "./synthetic-vendor.ts";
import { typecheck } from "./typecheck.ts";

/** Code that a person writes. What must not compile says so. */
const usage = `
import type { ApiError } from "@x/client";
import type Api from "./operations.ts";
import type { CreateRoomInput, UpdateRoomInput } from "./operations.ts";
declare const acme: Api;
declare const maybe: string | undefined;
const header = { "X-Api-Version": "2026-01-01" } as const;

// What is read-only need not be sent, however deep; unions and required properties that nobody described are no hindrance.
await acme.createRoom({ header, body: { unique_name: "a", tags: [{ label: "b" }], owner: { name: null } } });
await acme.replaceRoom({ path: { room_id: "1" }, header: { "If-Match": "x" }, body: { unique_name: "a", tags: [] } });
await acme.replaceRoom({ path: { room_id: "1" }, header: { "If-Match": "x" }, body: { template: "t" } });
const update: UpdateRoomInput = { path: { id: "1" }, body: { note: maybe, max_participants: undefined } };
await acme.updateRoom(update);
await acme.updateRoom({ path: { id: "1" } });
// @ts-expect-error the body needs a name
const unnamed: CreateRoomInput = { header, body: { tags: [] } };
// @ts-expect-error the header is required
const bare: CreateRoomInput = { body: { unique_name: "a", tags: [] } };

// A response has all that is required.
const { data: room } = await acme.retrieveRoom({ path: { id: "1" } });
const id: string | undefined = room?.id;
const created: string = (await acme.listRooms()).data[0]!.id;
await acme.listRooms({ query: { filter: { unique_name: maybe, date_created_at: { gte: maybe } }, since: new Date(), "page[size]": 1 } });
// @ts-expect-error there is no such filter
await acme.listRooms({ query: { filter: { colour: "red" } } });

for (const event of await acme.searchEvents({ body: { since: "2026-01-01" } })) {
  if (event.type === "joined") event.at.toUpperCase();
  else event.reason.toUpperCase();
}
const gone: undefined = await acme.deleteRoom({ path: { id: "1" } });
const queued: undefined = await acme.postRoomsByRoomIdActionsRefresh({ path: { room_id: "1" } });
const job: string | undefined = (await acme.bulkDeleteRooms({ body: { ids: ["1"] } })).job;
const bytes: Uint8Array = await acme.downloadFile({ path: { file_id: 1 } });
const lines: string = await acme.exportReport({ path: { report_id: "1" } });
await acme.uploadFile({ body: { file: new Blob([]), labels: ["a"] } });
await acme.uploadFile({ body: new FormData() });
await acme.createToken({ body: { grant_type: "client_credentials", scopes: ["a"] } });
await acme.createToken({ body: new URLSearchParams() });
await acme.api();
await acme.api({});
// @ts-expect-error it takes nothing
await acme.api({ query: { a: 1 } });

try {
  await acme.createRoom({ header, body: new URL("x") as never });
} catch (error) {
  if (acme.createRoom.isError(error)) {
    const problem: { code: string; detail?: string | null } = error.body;
    const status: 422 | 418 | 499 = error.status as Extract<typeof error.status, 422 | 418 | 499>;
  }
  if (acme.api.isError(error)) error satisfies never;
}
`;

test.each(["3.0.3", "3.1.0"] as const)(
  "a vendor in OpenAPI %s with all traits gives types that fit",
  async (version) => {
    const files = await generateVendor(syntheticVendor(version, ["room", "user"]));
    expect(await typecheck({ ...files, "usage.ts": usage })).toBe("");
    const types = files["operations.ts"].split("const Api: ApiDefinition")[0] ?? "";
    expect(types.split("\n").filter((line) => line.length > 200)).toEqual([]);
  },
);
