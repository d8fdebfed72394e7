// The mutants of a program: its text, changed in one place as a careless author might have written it.

const TOKEN = new RegExp(
  [
    "(?<comment>//[^\\n]*)",
    "(?<string>\"(?:\\\\.|[^\"\\\\])*\"|`(?:\\\\.|[^`\\\\])*`)",
    "(?<regex>(?<=[(,=:[!&|?{};>]\\s*|return\\s+)/(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\])*\\]|[^/\\\\\\n])+/[a-z]*)",
    "(?<number>\\b[0-9][0-9_]*(?:\\.[0-9]+)?\\b)",
    "(?<word>[A-Za-z_$][A-Za-z0-9_$]*)",
    "(?<mark>===|!==|=>|<=|>=|&&|\\|\\||\\?\\?|\\+=|-=|\\+\\+|\\*\\*|\\.\\.\\.|[-+*/%<>!])",
    "(?<other>\\s+|.)",
  ].join("|"),
  "gs",
);

const MARKS = {
  "<": ["<="],
  "<=": ["<"],
  ">": [">="],
  ">=": [">"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "!": [""],
};
const WORDS = {
  true: ["false"],
  false: ["true"],
  some: ["every"],
  every: ["some"],
  continue: ["break"],
  break: ["continue"],
  required: [""],
  many: ["several", ""],
  several: ["many", ""],
  oneOrMore: ["many"],
  first: ["last"],
  last: ["first"],
};

// What a pattern may be by one slip: a number of times more or less, a part that may be left out or repeated, a range of
// a class that is not there.
function* patterns(text) {
  const swap = (at, length, other) => text.slice(0, at) + other + text.slice(at + length);
  for (const found of text.matchAll(/\{(\d+)(?:,(\d*))?\}/g)) {
    const [whole, low, high] = found;
    const bounds = high === undefined ? [[+low + 1], [+low - 1]] : [[+low + 1, high], [+low - 1, high], ...(high ? [[low, +high + 1], [low, +high - 1]] : [])];
    for (const changed of bounds) yield swap(found.index, whole.length, `{${changed.join(",")}}`);
  }
  for (const found of text.matchAll(/(?<=[\])}\w.])(?<!\\u)[*+?](?![:=!<])/g)) {
    const others = { "*": ["+", ""], "+": ["*", ""], "?": ["", "*"] }[found[0]];
    for (const other of others) yield swap(found.index, 1, other);
  }
  for (const found of text.matchAll(/\[(\^?)((?:\\.|[^\]\\])+)\]/g)) {
    const items = found[2].match(/(?:\\[xu][0-9a-f]+|\\p\{\w+\}|\\.|.)(?:-(?:\\[xu][0-9a-f]+|\\.|.))?/g);
    if (items.length < 2) continue;
    for (const item of items) yield swap(found.index, found[0].length, `[${found[1]}${items.filter((one) => one !== item).join("")}]`);
  }
  for (const found of text.matchAll(/\^(?=[^\]])(?<!\[\^)|\$(?=\/|$|\|)/g)) yield swap(found.index, 1, "");
}

// A text without one of its words, or another text.
function* strings(text) {
  const inner = text.slice(1, -1);
  if (/\[[^\]]+\]|\(\?:/.test(inner)) yield* patterns(text);
  else if (/^[a-z-]+(?: [a-z-]+)+ ?$/.test(inner)) {
    const words = inner.split(" ").filter(Boolean);
    for (const word of words) yield `"${words.filter((one) => one !== word).join(" ")} "`;
  } else if (inner) yield '""';
  else yield '"?"';
}

function* changes({ string, regex, number, word, mark }) {
  if (mark) yield* MARKS[mark] ?? [];
  else if (Object.hasOwn(WORDS, word ?? "")) yield* WORDS[word];
  else if (number) yield* [`(${number} + 1)`, `(${number} - 1)`];
  else if (regex) yield* patterns(regex);
  else if (string) yield* strings(string);
}

// Steps that a careless author forgets: a line that does one thing.
const STEP = /^\s*(?:(?:this|walk)\.(?:fault|doubt|blanks|at|together|keys)\b|(?:fault|doubt|found|told|seen|said|ready|sources|lost)(?:\.\w+)?\(|yield\b|(?:else )?if \(.*\) (?:fault|yield|return|continue|broken)\b).*;$/;

// The mutants of a program's text: the line that is changed, before and after, and the whole text.
export function mutantsOf(source) {
  const found = [];
  const starts = [0];
  for (const { index } of source.matchAll(/\n/g)) starts.push(index + 1);
  const add = (at, length, other) => {
    const changed = source.slice(0, at) + other + source.slice(at + length);
    if (changed === source) return;
    const line = starts.findLastIndex((start) => start <= at);
    const lineOf = (text) => text.slice(starts[line]).split("\n", 1)[0].trim();
    found.push({ line: line + 1, before: lineOf(source), after: lineOf(changed), source: changed });
  };
  let imports = false;
  for (const { groups, index, 0: token } of source.matchAll(TOKEN)) {
    if (groups.word === "import") imports = true;
    if (!imports) for (const other of changes(groups)) add(index, token.length, other);
    if (token === ";") imports = false;
  }
  for (const [line, start] of starts.entries()) {
    const text = source.slice(start, (starts[line + 1] ?? source.length + 1) - 1);
    if (STEP.test(text)) add(start, text.length, text.trim().startsWith("else") ? "" : ";");
  }
  return found;
}
