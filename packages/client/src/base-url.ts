import { ConfigError } from "./errors.ts";

/** 127.0.0.0/8, ::1 and localhost: what is sent there does not leave the machine. */
const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The base URL in its normal form, without a slash at its end.
 *
 * @throws {ConfigError} when it is not an absolute https URL (or http on loopback), or carries credentials, a query, a
 * fragment, a template or characters that a URL does not have
 */
export function checkBaseUrl(baseUrl: string | URL, allowInsecureHttp: boolean | undefined): string {
  const text = String(baseUrl);
  const refuse = (why: string): never => {
    // The URL itself may carry a secret: it is not repeated.
    throw new ConfigError(`baseUrl ${why}`, { operation: undefined });
  };
  if (!/^https?:\/\/[^/]/i.test(text)) refuse("must be an absolute URL that starts with https://");
  if (/[\s\\{}\p{Cc}]/u.test(text)) refuse("has a space, a backslash, a control character or a {template} in it");
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return refuse("is not a valid URL");
  }
  if (url.username || url.password) refuse("must not carry credentials; use the apiKey option");
  if (/[?#]/.test(text)) refuse("must not carry a query or a fragment");
  if (url.protocol === "http:" && !allowInsecureHttp && !LOOPBACK.test(url.hostname)) {
    refuse("must be https: http would send the key unencrypted (dangerouslyAllowInsecureHttp allows it)");
  }
  return url.href.replace(/\/+$/, "");
}
