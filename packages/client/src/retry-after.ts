/**
 * Milliseconds that a `Retry-After` header asks to wait, at least 0; undefined where there is none or it is neither
 * whole seconds nor an HTTP date (RFC 9110, section 10.2.3).
 */
export function retryAfterMs(value: string | null, now: number = Date.now()): number | undefined {
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Only a date has a letter; Date.parse would make a year of "-5" and "1.5".
  const at = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
