// Mutants that no case can tell from the checker, or that no case is to tell, each with the reason.
//
// A reason is for the survivors of a line that holds `line` and, if there is an `after`, becomes one that holds that.
const because = (file, line, reason, after) => ({ file, line, reason, after });

const TOO_LARGE = "a file of 100,000 records, or a text of a million characters, is more than a corpus should hold";
const DEEP = "how deep a reader reads on is its own matter: a document is too deep long before";

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
  because("json.mjs", "this.whole = ", "a number without a digit is no token"),
  because("json.mjs", "const MOST_BYTES = ", TOO_LARGE),
  because("json.mjs", "if (bytes.length > MOST_BYTES)", TOO_LARGE),
  because("json.mjs", "const DEEPEST_READ = 500;", DEEP),
  because("json.mjs", "if (depth > DEEPEST_READ)", DEEP),
  because("json.mjs", "value(depth + 1)", DEEP),
  because("json.mjs", "const BLANKS = ", "where there is no blank, nothing is stepped over"),
  because("json.mjs", "bytes.subarray(0, 4)", "a mark has four bytes at most"),
  because("json.mjs", "ignoreBOM: true", "bytes that begin with a mark were refused before"),
  because("json.mjs", "let at = 0;", "a pattern begins at 0 either way, and the first one sets it"),
  because("texts.mjs", "const ALL_BLANK", "an empty text is looked for first"),
  because("texts.mjs", "[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8}", "three letters are a language by the first part", "[a-z]{3,8}"),
  because("texts.mjs", '"(?:-x(?:-[a-z0-9]{1,8})+)?" +', "x is a private subtag too", ")+)*"),
  because("texts.mjs", "word.split", "a word without dots is a range without an end", 'includes("")'),
  because("texts.mjs", "const named = end < 0", "no such tag begins with a subtag of one letter", "end <= 0"),
  because("texts.mjs", "const named = end < 0", "no such tag begins with a subtag of one letter", "end < (0 + 1)"),
  because("texts.mjs", "text.match(/[()]| +|[^() ]+/g)", "an id with a bracket in it is none", "[^) ]"),
  because("texts.mjs", 'word.replace(/\\+$/, "")', "a plus sign stands nowhere else in an id", "/\\+/,"),
  because("texts.mjs", "filter((word) => !/^[() ]/", "a word with a bracket or blank in it is one", "!/[() ]/"),
  because("relations.mjs", '[...valuesOf(draft, field, "")]', "the pointer is not used"),
];
