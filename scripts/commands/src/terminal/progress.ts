/** A function that shows how many pages are done: one line that counts on a terminal, one at the end elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): (done: number, total: number) => void {
  return (done, total) => {
    if (stream.isTTY) stream.write(`\r${done}/${total} pages${done === total ? "\n" : ""}`);
    else if (done === total) stream.write(`${total} pages read\n`);
  };
}

/** A function that shows what takes time in one line of a terminal, and clears it at the empty text; nothing is shown elsewhere. */
export function showSteps(stream: NodeJS.WriteStream): (step: string) => void {
  return (step) => {
    if (stream.isTTY) stream.write(`\r\u001B[2K${step}`);
  };
}
