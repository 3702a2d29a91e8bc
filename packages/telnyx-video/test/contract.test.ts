import { describeContract } from "@x/contract/vitest";
import { createTelnyxVideo } from "@x/telnyx-video";
import { api } from "../src/generated/operations.ts";

describeContract({ name: "telnyx-video", api, create: createTelnyxVideo });
