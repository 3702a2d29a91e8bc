import { reflections } from "./faults/reflections.ts";
import { errorShapes, fetchStatuses, statusFaults } from "./faults/statuses.ts";
import { faultSuite } from "./suite.ts";

faultSuite("error statuses", statusFaults);
faultSuite("statuses that fetch keeps for itself", fetchStatuses);
faultSuite("shapes of errors", errorShapes);
faultSuite("servers that give the key away", reflections);
