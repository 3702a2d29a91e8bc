import { contentFaults } from "./faults/contents.ts";
import { faultSuite } from "./suite.ts";

faultSuite("responses of success", contentFaults);
