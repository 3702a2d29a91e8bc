import { redirectFaults } from "./faults/redirects.ts";
import { faultSuite } from "./suite.ts";

faultSuite("redirects", redirectFaults);
