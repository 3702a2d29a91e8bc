// Prints what each package exports, by `require` and by `import`. Both must give the very same values.
(async () => {
  const exported = {};
  for (const name of process.argv.slice(2)) {
    const required = require(name);
    for (const [key, value] of Object.entries(await import(name))) {
      // What an import of CommonJS adds.
      if (key === "default" || key === "module.exports") continue;
      if (required[key] !== value) throw new Error(`import and require give two copies of ${name}: ${key}`);
    }
    exported[name] = Object.keys(required);
  }
  console.log(JSON.stringify(exported));
})();
