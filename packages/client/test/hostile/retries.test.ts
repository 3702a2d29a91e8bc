import { retryFaults } from "./faults/retries.ts";
import { faultSuite } from "./suite.ts";

faultSuite("retries", retryFaults);
