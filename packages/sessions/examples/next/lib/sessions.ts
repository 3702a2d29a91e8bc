import { createSessions } from "@x/sessions";

/** One client for the whole application. A key is asked for at the first request, not when this module is loaded. */
export const sessions = createSessions({
  telnyxVideo: { apiKey: () => process.env["TELNYX_API_KEY"] ?? "" },
  pagecall: { apiKey: () => process.env["PAGECALL_API_KEY"] ?? "" },
});
