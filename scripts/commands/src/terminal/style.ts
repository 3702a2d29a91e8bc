import { styleText } from "node:util";

/** Colours where the terminal shows them: not in a pipe, a file or under NO_COLOR. */
export const bold = (text: string): string => styleText("bold", text, { stream: process.stdout });
export const dim = (text: string): string => styleText("dim", text, { stream: process.stdout });
export const green = (text: string): string => styleText("green", text, { stream: process.stdout });
export const red = (text: string): string => styleText("red", text, { stream: process.stdout });
