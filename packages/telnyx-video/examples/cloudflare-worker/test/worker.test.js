import { equal } from "node:assert/strict";
import { after, before, test } from "node:test";
import { unstable_dev } from "wrangler";

// In workerd, as Cloudflare runs it; the mock's address comes from `x-mock run`.
const { TELNYX_API_KEY, TELNYX_BASE_URL } = process.env;
let worker;

before(async () => {
  worker = await unstable_dev("src/worker.ts", {
    vars: { TELNYX_API_KEY, TELNYX_BASE_URL },
    experimental: { disableExperimentalWarning: true },
  });
});
after(() => worker?.stop());

test("a session is found", async () => {
  const response = await worker.fetch("/sessions/0ccc7b54-4df3-4bca-a65a-3da1ecc777f0");
  equal(response.status, 200);
  equal((await response.json()).record_type, "room_session");
});

test("what the vendor refuses is refused", async () => {
  equal((await worker.fetch("/sessions/no-uuid")).status, 422);
  equal((await worker.fetch("/else")).status, 404);
});
