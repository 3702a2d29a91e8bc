import { settingFaults } from "./faults/settings.ts";
import { faultSuite } from "./suite.ts";

faultSuite("keys, base URLs and options", settingFaults);
