// A page in a browser: settings from its server, outcomes back to it.
import { runScenario } from "./scenario.mjs";

const settings = await (await fetch("/settings")).json();
const outcomes = await runScenario({ ...settings, browser: true });
await fetch("/outcomes", { method: "POST", body: JSON.stringify(outcomes) });
