import { bodyFaults } from "../hostile/faults/bodies.ts";
import { connectionFaults } from "../hostile/faults/connection.ts";
import { contentFaults } from "../hostile/faults/contents.ts";
import { inputFaults } from "../hostile/faults/inputs.ts";
import { phaseFaults } from "../hostile/faults/phases.ts";
import { redirectFaults } from "../hostile/faults/redirects.ts";
import { retryFaults } from "../hostile/faults/retries.ts";
import { settingFaults } from "../hostile/faults/settings.ts";
import { reflections } from "../hostile/faults/statuses.ts";
import { faultSuite } from "../hostile/suite.ts";

const all = [
  connectionFaults,
  bodyFaults,
  contentFaults,
  retryFaults,
  redirectFaults,
  inputFaults,
  settingFaults,
  phaseFaults,
  reflections,
].flat();

// The whole table: `pnpm test:hostile`.
faultSuite(
  "a selection of a hostile server's faults",
  all.filter(({ quick }) => quick),
);
