// workerd: settings in the request, outcomes in the response.
import { runScenario } from "./scenario.mjs";

export default {
  async fetch(request) {
    return Response.json(await runScenario(await request.json()));
  },
};
