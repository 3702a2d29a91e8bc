import { idempotenceFaults } from "./faults/idempotence.ts";
import { retryFaults } from "./faults/retries.ts";
import { retryAfterFaults } from "./faults/retry-after.ts";
import { faultSuite } from "./suite.ts";

faultSuite("retries", retryFaults);
faultSuite("what may be sent twice", idempotenceFaults);
faultSuite("Retry-After", retryAfterFaults);
