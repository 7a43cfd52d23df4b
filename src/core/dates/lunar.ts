/*
 * The lunar calendar of Viet Nam (UTC+7), as far as public holidays need it: new moons and the sun's longitude by the series of J. Meeus, Astronomical
 * Algorithms (1998), chapters 25 and 49, shortened; the rules of months by Hồ Ngọc Đức. Calendars of other meridians differ: Tết 2030 is on 2 February here
 * and on 3 February in the calendar of Beijing that JavaScript knows.
 */
const ZONE = 7 / 24
const SYNODIC = 29.530588853
/** Julian day of 1970-01-01, at noon. */
const EPOCH = 2_440_588
const RADIANS = Math.PI / 180

/** Julian day of the k-th new moon since January 1900, in universal time. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const mean = 2_415_020.75933 + 29.53058868 * k + 0.0001178 * t ** 2 - 0.000000155 * t ** 3
  const m = (359.2242 + 29.10535608 * k - 0.0000333 * t ** 2) * RADIANS
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t ** 2) * RADIANS
  const f = (21.2964 + 390.67050646 * k - 0.0016528 * t ** 2) * RADIANS
  const correction =
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t ** 2) * RADIANS) +
    (0.1734 - 0.000393 * t) * Math.sin(m) +
    0.0021 * Math.sin(2 * m) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * f) -
    0.0051 * Math.sin(m + moon) -
    0.0074 * Math.sin(m - moon) +
    0.0004 * Math.sin(2 * f + m) -
    0.0004 * Math.sin(2 * f - m) -
    0.0006 * Math.sin(2 * f + moon) +
    0.001 * Math.sin(2 * f - moon) +
    0.0005 * Math.sin(m + 2 * moon)
  const drift = -0.000278 + 0.000265 * t + 0.000262 * t ** 2
  return mean + correction - drift
}

/** The day in Viet Nam on which the k-th new moon falls, as a Julian day. */
function newMoonDay(k: number): number {
  return Math.floor(newMoon(k) + 0.5 + ZONE)
}

/** In which twelfth of the zodiac the sun stands when the day begins in Viet Nam: 0 from the spring equinox, 9 from the winter solstice. */
function sunTwelfth(julianDay: number): number {
  const t = (julianDay - 0.5 - ZONE - 2_451_545) / 36_525
  const m = (357.5291 + 35_999.0503 * t - 0.0001559 * t ** 2) * RADIANS
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t ** 2 +
    (1.9146 - 0.004817 * t) * Math.sin(m) +
    0.019993 * Math.sin(2 * m) +
    0.00029 * Math.sin(3 * m)
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

/** Number of the new moon with which the eleventh month begins, the one that holds the winter solstice of the year. */
function eleventhMonth(year: number): number {
  const offset = Date.UTC(year, 11, 31) / 86_400_000 + EPOCH - 2_415_021
  const k = Math.floor(offset / SYNODIC)
  return sunTwelfth(newMoonDay(k)) >= 9 ? k - 1 : k
}

/** How many months after the eleventh the leap month comes: the first in which the sun enters no new twelfth. */
function leapOffset(k11: number): number {
  for (let i = 1; i <= 13; i += 1) if (sunTwelfth(newMoonDay(k11 + i)) === sunTwelfth(newMoonDay(k11 + i + 1))) return i
  return 14
}

/** The day `YYYY-MM-DD` on which this day of a lunar month (not the leap one) falls; months 1 to 10 of the lunar year that begins in `year`. */
export function lunarDay(year: number, month: number, day: number): string {
  const k11 = eleventhMonth(year - 1)
  const months = eleventhMonth(year) - k11
  const offset = month + 1
  const isShifted = months === 13 && offset >= leapOffset(k11)
  const julianDay = newMoonDay(k11 + offset + (isShifted ? 1 : 0)) + day - 1
  return new Date((julianDay - EPOCH) * 86_400_000).toISOString().slice(0, 10)
}
