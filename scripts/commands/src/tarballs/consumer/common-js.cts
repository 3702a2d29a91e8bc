// A CommonJS program, which TypeScript 5.8 and later let require an ES module.
import { createPagecall, type PagecallClient } from "@x/pagecall";
import sessions = require("@x/sessions");

export const create: (options: { apiKey: string }) => PagecallClient = createPagecall;
export const { createSessions } = sessions;
