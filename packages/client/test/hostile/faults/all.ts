import { bodyFaults } from "./bodies.ts";
import { capFaults } from "./caps.ts";
import { encodingFaults } from "./encodings.ts";
import { customFetchFaults } from "./custom-fetch.ts";
import { idFaults } from "./ids.ts";
import { retryAfterFaults } from "./retry-after.ts";
import { connectionFaults } from "./connection.ts";
import { contentFaults } from "./contents.ts";
import { idempotenceFaults } from "./idempotence.ts";
import { inputFaults } from "./inputs.ts";
import { leftOutFaults } from "./left-out.ts";
import { phaseFaults } from "./phases.ts";
import { redirectFaults } from "./redirects.ts";
import { retryFaults } from "./retries.ts";
import { settingFaults } from "./settings.ts";
import { reflections } from "./reflections.ts";
import { errorShapes, fetchStatuses, statusFaults } from "./statuses.ts";

/** The whole table, but for what needs a certificate to be trusted. */
export const allFaults = [
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
  leftOutFaults,
  settingFaults,
  phaseFaults,
  reflections,
  statusFaults,
  fetchStatuses,
  errorShapes,
].flat();
