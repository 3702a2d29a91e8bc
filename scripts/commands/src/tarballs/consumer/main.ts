import { call } from "./consumer.js";

declare const console: { log(text: string): void };

void call().then((answers) => console.log(JSON.stringify(answers)));
