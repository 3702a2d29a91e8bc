import { refusal } from "../errors/refusal.ts";
import { fromEnvironment } from "./environment.ts";
import type { ClientOptions } from "./options.ts";

/**
 * 127.0.0.0/8, ::1 and localhost: what is sent there does not leave the machine. Names under localhost may: not every
 * resolver keeps them (RFC 6761, 6.3).
 */
const LOOPBACK = /^(localhost|127[\d.]+|\[::1])$/;

/**
 * The base URL in its normal form, without a slash at its end: the option, else the environment variable, else the
 * document's.
 *
 * @throws {ConfigError} when it is not an absolute https URL (or http on loopback), or carries credentials, a query, a
 * fragment, a template or characters that a URL does not have. It is not repeated: it may carry a secret
 */
export function checkedBaseUrl(
  documented: string,
  variable: string,
  { baseUrl, dangerouslyAllowInsecureHttp }: Pick<ClientOptions, "baseUrl" | "dangerouslyAllowInsecureHttp">,
): string {
  const text = String(baseUrl === undefined ? fromEnvironment(variable) || documented : baseUrl);
  // No "@": credentials, or a path that would be read as such.
  const url = /^https?:\/\/(?!\/)[^\s\\{}?#@\p{Cc}]+$/iu.test(text) && URL.canParse(text) && new URL(text);
  return url && (dangerouslyAllowInsecureHttp || url.protocol === "https:" || LOOPBACK.test(url.hostname))
    ? // From the start of a run alone: every slash of a run would take as long as the run.
      url.href.replace(/(?<!\/)\/+$/, "")
    : refusal(
        undefined,
        `the base URL (baseUrl, or ${variable} in the environment)`,
      )("must be https (http on loopback or dangerouslyAllowInsecureHttp), host and path alone");
}
