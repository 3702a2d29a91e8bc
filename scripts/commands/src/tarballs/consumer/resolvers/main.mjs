import { call } from "./call.mjs";

call().then((answers) => console.log(JSON.stringify(answers)));
