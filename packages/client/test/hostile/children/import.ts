// Names the fetch globals that a module reads while it loads: Node loads half of undici for the first of them.
const read: string[] = [];
for (const name of ["fetch", "Request", "Response", "Headers", "FormData"]) {
  const original = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      read.push(name);
      return original?.get ? original.get.call(globalThis) : original?.value;
    },
  });
}
await import(process.argv[2] as string);
console.log(JSON.stringify(read));
