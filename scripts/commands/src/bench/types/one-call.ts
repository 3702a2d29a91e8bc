/** A call of the synthetic package's first operation, as a user writes it: what comes before it, and the call. */
export const oneCall = {
  client: `
import { createClient } from "@x/client";
import Api from "./operations.ts";
const client = createClient<Api>(Api, { apiKey: "API_KEY", baseUrl: "BASE_URL" });
`,
  call: `
const { data } = await client.viewAccountSession({ path: { account_session_id: "1" }, query: { include_parts: true } });
export const label: string | undefined = data?.label;
`,
};
