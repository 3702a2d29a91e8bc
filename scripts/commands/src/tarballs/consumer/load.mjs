// Prints what each package exports, by `import`.
const exported = {};
for (const name of process.argv.slice(2)) exported[name] = Object.keys(await import(name));
console.log(JSON.stringify(exported));
