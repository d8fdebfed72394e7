// What a text may be: a line, an id, a URL, a digest, a language tag, a license expression.
//
// Lengths count code points. A half of a surrogate pair counts as one.

const FORBIDDEN = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]/;
const SURROGATE = /\p{Surrogate}/u;
const BLANK_AT_AN_END = /^\p{White_Space}|\p{White_Space}$/u;
const ALL_BLANK = /^\p{White_Space}+$/u;

export const lengthOf = (text) => Array.from(text).length;

// The rules that a line of text breaks. The words of an anchor may have white space at their ends, or be nothing else.
export function* lineFaults(text, { trimmed }) {
  if (SURROGATE.test(text)) {
    yield "lone-surrogate";
    return;
  }
  if (FORBIDDEN.test(text)) yield "control-character";
  else if (text === "" || (trimmed && ALL_BLANK.test(text))) yield "blank-text";
  else if (trimmed && BLANK_AT_AN_END.test(text)) yield "untrimmed-text";
  if (text.normalize("NFC") !== text) yield "not-normalized";
}

export const isId = (text) => text.length <= 64 && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text);
export const isDigest = (text) => /^[0-9a-f]{64}$/.test(text);
export const isUrl = (text) => /^https?:\/\/[A-Za-z0-9[](?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$/.test(text);

// -- languages ---------------------------------------------------------------------------------------------

const LANGUAGE = new RegExp(
  "^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})" + // a language, extended ones
    "(?:-[a-z]{4})?" + // a script
    "(?:-(?:[a-z]{2}|[0-9]{3}))?" + // a region
    "(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*" + // variants
    "(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*" + // extensions
    "(?:-x(?:-[a-z0-9]{1,8})+)?" + // private use
    "|x(?:-[a-z0-9]{1,8})+)$",
);

const inSmallLetters = (words) => new Set(words.map((word) => word.toLowerCase()));

// Lists of words, some of them ranges: "qaa..qtz".
class Words {
  constructor(words) {
    const all = [...inSmallLetters(words)];
    this.single = new Set(all.filter((word) => !word.includes("..")));
    this.ranges = all.filter((word) => word.includes("..")).map((word) => word.split(".."));
  }

  has(word) {
    return this.single.has(word) || this.ranges.some(([low, high]) => low <= word && word <= high && word.length === low.length);
  }
}

const hasDoubles = (words) => new Set(words).size < words.length;

export class Languages {
  constructor(lists) {
    this.grandfathered = inSmallLetters(lists.grandfathered);
    this.lists = {};
    for (const name of ["languages", "extlangs", "scripts", "regions", "variants"]) this.lists[name] = new Words(lists[name]);
  }

  isWellFormed(text) {
    const tag = asciiSmall(text);
    return LANGUAGE.test(tag) || this.grandfathered.has(tag);
  }

  // Whether a well-formed tag is valid too, by the lists (RFC 5646, section 2.2.9).
  isKnown(text) {
    const tag = text.toLowerCase();
    if (this.grandfathered.has(tag)) return true;
    const [before] = tag.startsWith("x-") ? [""] : tag.split("-x-");
    const subtags = before === "" ? [] : before.split("-");
    const end = subtags.findIndex((subtag) => subtag.length === 1);
    const named = end < 0 ? subtags : subtags.slice(0, end);
    const kinds = kindsOf(named);
    if (named.some((subtag, index) => !this.lists[kinds[index]].has(subtag))) return false;
    if (kinds.filter((kind) => kind === "extlangs").length > 1) return false;
    const singletons = subtags.filter((subtag) => subtag.length === 1);
    return (
      !hasDoubles(named.filter((_, index) => kinds[index] === "variants")) &&
      !hasDoubles(singletons) &&
      singletons.every((singleton) => singleton === "t" || singleton === "u")
    );
  }
}

// Letters of other scripts must not become ASCII ones: the Kelvin sign is no k.
const asciiSmall = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

// The list in which each subtag before the extensions has to be, by its place and shape.
function kindsOf(subtags) {
  return subtags.map((subtag, index) => {
    if (index === 0) return "languages";
    if (/^[a-z]{3}$/.test(subtag)) return "extlangs";
    if (/^[a-z]{4}$/.test(subtag)) return "scripts";
    return /^(?:[a-z]{2}|[0-9]{3})$/.test(subtag) ? "regions" : "variants";
  });
}

// -- licenses ----------------------------------------------------------------------------------------------

const ID = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;
const ID_OR_LATER = /^[A-Za-z0-9][A-Za-z0-9.-]*\+?$/;
const IN_A_DOCUMENT = /^DocumentRef-[A-Za-z0-9.-]+:LicenseRef-[A-Za-z0-9.-]+$/;
const OPERATORS = new Set(["AND", "OR", "WITH"]);
const MOST_OF_A_LICENSE = 500;

// The words of an expression: brackets, operators and ids, or nothing where something else stands between them.
function licenseWords(text) {
  return text.match(/[()]| +|[^() ]+/g) ?? [];
}

function isSimpleLicense(word) {
  if (OPERATORS.has(word)) return false;
  if (word.startsWith("LicenseRef-")) return word !== "LicenseRef-" && ID.test(word);
  return ID_OR_LATER.test(word) || IN_A_DOCUMENT.test(word);
}

// A reader of one expression: `expression := term ((AND|OR) term)*`, `term := "(" expression ")" | license [WITH exception]`.
class LicenseReader {
  constructor(text) {
    this.words = licenseWords(text);
    this.at = 0;
  }

  peek() {
    return this.words[this.at];
  }

  // Steps over blanks, and says whether there were any.
  blanks() {
    if (this.peek()?.[0] !== " ") return false;
    this.at += 1;
    return true;
  }

  // Reads an operator with blanks on both sides. Where there is none, nothing is read.
  operator(...wanted) {
    const start = this.at;
    if (this.blanks() && wanted.includes(this.peek())) {
      this.at += 1;
      if (this.blanks()) return true;
    }
    this.at = start;
    return false;
  }

  term() {
    if (this.peek() === "(") {
      this.at += 1;
      this.blanks();
      if (!this.expression()) return false;
      this.blanks();
      if (this.peek() !== ")") return false;
      this.at += 1;
      return true;
    }
    if (this.peek() === undefined || !isSimpleLicense(this.peek())) return false;
    this.at += 1;
    if (!this.operator("WITH")) return true;
    const exception = this.peek();
    if (exception === undefined || OPERATORS.has(exception) || exception === "LicenseRef-" || !ID.test(exception)) return false;
    this.at += 1;
    return true;
  }

  expression() {
    do if (!this.term()) return false;
    while (this.operator("AND", "OR"));
    return true;
  }
}

export class Licenses {
  constructor(lists) {
    this.licenses = new Set(lists.licenses);
    this.exceptions = new Set(lists.exceptions);
  }

  isWellFormed(text) {
    if (lengthOf(text) > MOST_OF_A_LICENSE) return false;
    const reader = new LicenseReader(text);
    return reader.expression() && reader.at === reader.words.length;
  }

  isKnownLicense(word) {
    if (word.startsWith("LicenseRef-") || word.includes(":LicenseRef-")) return true;
    return this.licenses.has(word) || this.licenses.has(word.replace(/\+$/, ""));
  }

  // Whether all ids of a well-formed expression are in the lists.
  isKnown(text) {
    const words = licenseWords(text).filter((word) => !/^[() ]/.test(word));
    return words.every((word, index) => {
      if (OPERATORS.has(word)) return true;
      return words[index - 1] === "WITH" ? this.exceptions.has(word) : this.isKnownLicense(word);
    });
  }
}
