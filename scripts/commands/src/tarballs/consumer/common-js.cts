// A CommonJS file of a user, in TypeScript.
import { createPagecall, type PagecallClient } from "@x/pagecall";
import sessions = require("@x/sessions");

export const create: (options: { apiKey: string }) => PagecallClient = createPagecall;
export const { createSessions } = sessions;
