// Makes Node resolve as those do that do not know the condition "module-sync".
import { registerHooks } from "node:module";

registerHooks({
  resolve(specifier, context, next) {
    const conditions = context.conditions.filter((condition) => condition !== "module-sync");
    return next(specifier, { ...context, conditions });
  },
});
