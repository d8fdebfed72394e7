// Dates: EDTF (ISO 8601-2) of levels 0 and 1, for the years 0001 to 9999, and what is certain of two of them.
//
// A date is kept as a span: the first second that it can have and the last, counted from 1970. What is not known, and
// what is open, is infinite. `timed` says that it has a time of day, `zoned` that its zone is told.

const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const MONTH = /^([0-9]{4})-([0-9]{2})$/;
const YEAR = /^[0-9]{4}$/;
const TENS = /^(?:[0-9]{3}X|[0-9]{2}XX)$/;
const SOME_MONTH = /^([0-9]{4})-XX(?:-XX)?$/;
const SOME_DAY = /^([0-9]{4})-([0-9]{2})-XX$/;
const TIME = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(Z|[+-][0-9]{2}(?::[0-9]{2})?)?$/;
const MARK = /[~?%]$/;

const DAY_SECONDS = 86400;
const HOUR = 3600;

// Where a season may lie, on either hemisphere: its first month and its last, 0 being December of the year before.
const SEASONS = new Map([[21, [3, 11]], [22, [6, 14]], [23, [3, 11]], [24, [0, 14]]]);

// The seconds from 1970 to the start of a day. A month or day may lie outside of its year or month.
function startOf(year, month, day = 1) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 1000;
}

const isYear = (year) => Number(year) >= 1;
const isMonth = (month) => month >= 1 && month <= 12;
const isDay = (year, month, day) => day >= 1 && startOf(year, month, day) < startOf(year, month + 1);

const months = (year, first, last) => ({ first: startOf(year, first), last: startOf(year, last + 1) - 1 });
const years = (first, last) => ({ first: startOf(first, 1), last: startOf(last + 1, 1) - 1 });

// The span of a date without mark and time; nothing if it is none. As an end of an interval, a season is a window: some
// part of its span, nobody knows which.
function plainDate(text) {
  const day = DAY.exec(text);
  if (day) {
    const [year, month, number] = day.slice(1).map(Number);
    if (!isYear(year) || !isMonth(month) || !isDay(year, month, number)) return null;
    const first = startOf(year, month, number);
    return { first, last: first + DAY_SECONDS - 1, markable: true, ends: true };
  }
  const month = MONTH.exec(text);
  if (month) {
    const [year, number] = month.slice(1).map(Number);
    if (!isYear(year)) return null;
    if (isMonth(number)) return { ...months(year, number, number), markable: true, ends: true };
    const season = SEASONS.get(number);
    return season ? { ...months(year, ...season), window: true, ends: true } : null;
  }
  if (YEAR.test(text)) return isYear(text) ? { ...years(Number(text), Number(text)), markable: true, ends: true } : null;
  if (TENS.test(text)) {
    const first = text.replaceAll("X", "0");
    return isYear(first) ? years(Number(first), Number(text.replaceAll("X", "9"))) : null;
  }
  const someMonth = SOME_MONTH.exec(text);
  if (someMonth) return isYear(someMonth[1]) ? months(Number(someMonth[1]), 1, 12) : null;
  const someDay = SOME_DAY.exec(text);
  if (someDay) {
    const [year, number] = someDay.slice(1).map(Number);
    return isYear(year) && isMonth(number) ? months(year, number, number) : null;
  }
  return null;
}

// The seconds by which a zone is ahead of UTC; nothing if there is no such zone.
function zoneShift(zone) {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4));
  const size = hours * HOUR + minutes * 60;
  if (minutes > 59 || size > 14 * HOUR || size === 0) return null;
  return zone[0] === "-" ? -size : size;
}

function timedDate(day, time) {
  const date = DAY.test(day) ? plainDate(day) : null;
  const parts = TIME.exec(time);
  if (!date || !parts) return null;
  const [, hour, minute, second] = parts.map(Number);
  const shift = parts[4] ? zoneShift(parts[4]) : 0;
  if (hour > 23 || minute > 59 || second > 59 || shift === null) return null;
  const moment = date.first + hour * HOUR + minute * 60 + second - shift;
  return { first: moment, last: moment, timed: true, zoned: parts[4] !== undefined };
}

const UNKNOWN = { first: -Infinity, last: Infinity };

// An end of an interval: its span with its mark aside, and that as far as it is known.
function intervalEnd(text) {
  if (text === "" || text === "..") return { given: null, known: UNKNOWN };
  const marked = MARK.test(text);
  const date = plainDate(marked ? text.slice(0, -1) : text);
  if (!date || !date.ends || (marked && !date.markable)) return null;
  return { given: date, known: marked ? UNKNOWN : date };
}

function interval(text) {
  const ends = text.split("/");
  if (ends.length !== 2 || text === "/") return null;
  const [left, right] = ends.map(intervalEnd);
  if (!left || !right) return null;
  if (left.given && right.given) {
    const begins = right.given.window ? right.given.last : right.given.first;
    if (begins < left.given.first) return null;
  }
  return { first: left.known.first, last: right.known.last };
}

// The span of a date or interval; nothing if the text is neither.
export function readDate(text) {
  if (text.includes("/")) return interval(text);
  const t = text.indexOf("T");
  if (t >= 0) return timedDate(text.slice(0, t), text.slice(t + 1));
  if (!MARK.test(text)) return plainDate(text);
  const date = plainDate(text.slice(0, -1));
  return date && date.markable ? UNKNOWN : null;
}

export const isPlainDay = (text) => DAY.test(text);

const inAnyZone = ({ first, last, zoned }) => (zoned ? { first, last } : { first: first - 14 * HOUR, last: last + 12 * HOUR });
const onOneClock = (a, b) => (a.timed || b.timed ? [inAnyZone(a), inAnyZone(b)] : [a, b]);

// Whether one date is over, whatever is not known of both, before the other begins.
export function certainlyBefore(one, other) {
  const [a, b] = onOneClock(one, other);
  return a.last < b.first;
}

export const mayMeet = (one, other) => !certainlyBefore(one, other) && !certainlyBefore(other, one);
