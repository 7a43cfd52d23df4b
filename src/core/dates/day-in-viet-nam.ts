/** Viet Nam keeps UTC+7 all year. */
const AHEAD = 7 * 3_600_000

/** The calendar day in Viet Nam at an instant, as `YYYY-MM-DD`. */
export function dayInVietNam(at: Date): string {
  return new Date(at.getTime() + AHEAD).toISOString().slice(0, 10)
}
