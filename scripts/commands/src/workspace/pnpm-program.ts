/** The pnpm that runs this: it need not be on the PATH. */
export function pnpmProgram(): string {
  const path = process.env["npm_execpath"];
  return path !== undefined && /pnpm[^/\\]*$/.test(path) ? path : "pnpm";
}
