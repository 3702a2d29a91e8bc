/**
 * Milliseconds that a `Retry-After` header asks to wait, at least 0; undefined where there is none or it is neither
 * whole seconds nor an HTTP date (RFC 9110, section 10.2.3).
 */
export function retryAfterMs(value: string | null): number | undefined {
  const text = String(value);
  if (/^\d+$/.test(text)) return +text * 1000;
  // Only a date has a time of day; Date.parse would make a year of "-5", "1.5" and "in 5 minutes". The oldest form has
  // no time zone and means GMT.
  const date = /\d:\d\d:/.test(text) ? text.replace(/ \d{4}$/, "$& GMT") : "";
  const ms = Math.max(0, Date.parse(date) - Date.now());
  return ms >= 0 ? ms : undefined;
}
