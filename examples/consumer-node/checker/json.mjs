// Reads JSON without losing what a checker has to see: keys that stand twice, `1.0` beside `1`, NaN, and where it ends.
//
// Texts, true, false and null come as JavaScript has them, lists as arrays, objects as `JsonObject`, numbers as `JsonNumber`.

export class JsonNumber {
  constructor(text) {
    this.whole = /^-?[0-9]+$/.test(text);
    this.value = Number(text);
  }
}

export class JsonObject {
  constructor() {
    this.entries = new Map();
    this.doubled = new Set();
  }
}

// Why bytes hold no document: the name of a rule. It is broken by the document as a whole.
export class Refused extends Error {
  constructor(rule) {
    super(rule);
    this.rule = rule;
  }
}

const MOST_BYTES = 64 * 2 ** 20;
const MOST_DIGITS = 4300;
// Far deeper than a document may be, and not so deep that reading it could end the program.
const DEEPEST_READ = 500;

const MARKS = ["efbbbf", "fffe0000", "0000feff", "fffe", "feff"];

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|NaN|-?Infinity/y;
const WORDS = new Map([["true", true], ["false", false], ["null", null]]);
const WORD = /true|false|null/y;
const BLANKS = /[ \t\n\r]*/y;
const PLAIN = /[^"\\\x00-\x1f]*/y;
const ESCAPE = /\\(?:(["\\/bfnrt])|u([0-9a-fA-F]{4}))/y;
const ESCAPED = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

export function read(bytes) {
  if (bytes.length > MOST_BYTES) throw new Refused("too-large");
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  if (MARKS.some((mark) => start.startsWith(mark))) throw new Refused("byte-order-mark");
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused("bad-encoding");
  }
  return parse(text);
}

export function parse(text) {
  let at = 0;

  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const blanks = () => take(BLANKS);
  const next = (character) => {
    blanks();
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const expect = (character) => {
    if (!next(character)) throw new Refused("bad-syntax");
  };

  const string = () => {
    expect('"');
    let found = "";
    for (;;) {
      found += take(PLAIN)[0];
      if (text[at] === '"') break;
      const escape = take(ESCAPE);
      if (!escape) throw new Refused("bad-syntax");
      found += escape[1] ? ESCAPED[escape[1]] : String.fromCharCode(parseInt(escape[2], 16));
    }
    at += 1;
    return found;
  };

  const object = (depth) => {
    const found = new JsonObject();
    if (next("}")) return found;
    do {
      blanks();
      const key = string();
      expect(":");
      if (found.entries.has(key)) found.doubled.add(key);
      found.entries.set(key, value(depth + 1));
    } while (next(","));
    expect("}");
    return found;
  };

  const list = (depth) => {
    const found = [];
    if (next("]")) return found;
    do found.push(value(depth + 1));
    while (next(","));
    expect("]");
    return found;
  };

  const value = (depth) => {
    if (depth > DEEPEST_READ) throw new Refused("too-deep");
    blanks();
    if (text[at] === '"') return string();
    if (next("{")) return object(depth);
    if (next("[")) return list(depth);
    const word = take(WORD);
    if (word) return WORDS.get(word[0]);
    const number = take(NUMBER);
    if (!number) throw new Refused("bad-syntax");
    const found = new JsonNumber(number[0]);
    if (found.whole && number[0].replace("-", "").length > MOST_DIGITS) throw new Refused("too-large");
    return found;
  };

  const document = value(0);
  blanks();
  if (at < text.length) throw new Refused("trailing-data");
  return document;
}
