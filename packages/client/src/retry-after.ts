/**
 * Milliseconds that a `Retry-After` header asks to wait, at least 0; undefined where there is none or it is neither
 * whole seconds nor an HTTP date (RFC 9110, section 10.2.3).
 */
export function retryAfterMs(value: string | null, now: number = Date.now()): number | undefined {
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Only a date has a day and a time; Date.parse would make a year of "-5", "1.5" and "in 5 minutes".
  const at = /^[a-z]{3}.*\d:\d\d:\d\d/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
