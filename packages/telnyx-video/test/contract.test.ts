import { describeContract } from "@x/contract";
import { createTelnyxVideo } from "@x/telnyx-video";
import * as vitest from "vitest";
import api from "../src/generated/operations.ts";

describeContract(vitest, { name: "telnyx-video", api, create: createTelnyxVideo });
