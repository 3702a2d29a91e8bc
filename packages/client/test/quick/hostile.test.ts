import { bodyFaults } from "../hostile/faults/bodies.ts";
import { capFaults } from "../hostile/faults/caps.ts";
import { encodingFaults } from "../hostile/faults/encodings.ts";
import { customFetchFaults } from "../hostile/faults/custom-fetch.ts";
import { idFaults } from "../hostile/faults/ids.ts";
import { retryAfterFaults } from "../hostile/faults/retry-after.ts";
import { connectionFaults } from "../hostile/faults/connection.ts";
import { contentFaults } from "../hostile/faults/contents.ts";
import { idempotenceFaults } from "../hostile/faults/idempotence.ts";
import { inputFaults } from "../hostile/faults/inputs.ts";
import { phaseFaults } from "../hostile/faults/phases.ts";
import { redirectFaults } from "../hostile/faults/redirects.ts";
import { retryFaults } from "../hostile/faults/retries.ts";
import { settingFaults } from "../hostile/faults/settings.ts";
import { reflections } from "../hostile/faults/reflections.ts";
import { faultSuite } from "../hostile/suite.ts";

const all = [
  connectionFaults,
  customFetchFaults,
  bodyFaults,
  capFaults,
  encodingFaults,
  contentFaults,
  retryFaults,
  idempotenceFaults,
  retryAfterFaults,
  redirectFaults,
  idFaults,
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
