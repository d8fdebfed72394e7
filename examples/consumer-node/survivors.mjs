// Mutants that no case can tell from the checker, or that no case is to tell, each with the reason.
//
// A reason is for the survivors of a line that holds `line` and, if there is an `after`, becomes one that holds that.
const because = (file, line, reason, after) => ({ file, line, reason, after });

const TOO_LARGE = "a file of 100,000 records, or a text of a million characters, is more than a corpus should hold";

export const REASONS = [
  because("checker.mjs", "const MOST_RECORDS = 100_000;", TOO_LARGE),
  because("checker.mjs", "> MOST_RECORDS) return", TOO_LARGE),
  because("checker.mjs", "const LONGEST_TEXT = 1_000_000;", TOO_LARGE),
  because("checker.mjs", "if (lengthOf(value) > LONGEST_TEXT) {", TOO_LARGE),
  because("checker.mjs", 'yield "too-large";', TOO_LARGE),
  because("dates.mjs", "const MARK = /[~?%]$/;", "a text with a mark elsewhere is no date either way"),
  because("dates.mjs", "const date = new Date(0);", "all days are counted from one moment, whichever it is"),
  because("dates.mjs", "const UNKNOWN = { first: -Infinity, last: Infinity };", "nothing is less than an unknown first either way", "{ last:"),
  because("dates.mjs", "if (t >= 0) return timedDate", "a text that begins with T is no date either way"),
  because("relations.mjs", '[...valuesOf(draft, field, "")]', "the pointer is not used"),
];
