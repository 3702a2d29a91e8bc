import { steps } from "./measured-steps.ts";

// A process for one step, so that its peak of memory is its own. What the process takes to start is in the seconds.
const [name = "", folder = ""] = process.argv.slice(2);
const words = await steps[name]?.(folder);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const cpu = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1);
process.stdout.write(`${name}: ${cpu} s of CPU, ${Math.round(maxRSS / 1024)} MB at most, ${words}\n`);
