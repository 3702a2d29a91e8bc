// The same, but the packages are first loaded by `require`, while those that `import` them wait.
import "./call.cjs";
import "./both.mjs";
