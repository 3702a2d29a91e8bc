// Prints what each package exports, by `require` and by `import`. Both must give the very same module.
(async () => {
  const exported = {};
  for (const name of process.argv.slice(2)) {
    const required = require(name);
    const imported = await import(name);
    // What a file in CommonJS exports is the default of what `import` gives.
    if (imported !== required && imported.default !== required)
      throw new Error(`import and require give two copies of ${name}`);
    exported[name] = Object.keys(required);
  }
  console.log(JSON.stringify(exported));
})();
