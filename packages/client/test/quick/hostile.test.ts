import { allFaults } from "../hostile/faults/all.ts";
import { faultSuite } from "../hostile/suite.ts";

// The whole table: `pnpm test:hostile`.
faultSuite(
  "a selection of a hostile server's faults",
  allFaults.filter(({ quick }) => quick),
);
