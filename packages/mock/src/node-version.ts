/** Why Prism does not run on a Node, in words; undefined where it does. */
export function refusalOf(version: string, platform: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return `@x/mock needs Node 20.19 or newer; this is Node ${version}.`;
  }
  if (platform === "win32" && major === 20) {
    return `On Windows, @x/mock needs Node 22 or newer; this is Node ${version}.`;
  }
  return undefined;
}
