import { contentFaults } from "./faults/contents.ts";
import { faultSuite } from "./suite.ts";

faultSuite("answers of success", contentFaults);
