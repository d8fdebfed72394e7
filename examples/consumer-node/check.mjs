// Runs the case corpus against its JSON Schema with ajv: does a schema alone see what the cases say that it sees?
//
//     python -m venezuela_news corpus corpus      (once, wherever Python is; or unpack the wheel, which is a zip file)
//     npm ci
//     node check.mjs corpus
//
// Prints a table, and each case that goes otherwise. The exit status is 0 if there is none, 1 if there is, 2 if the
// corpus can't be read.
import Ajv2020 from "ajv/dist/2020.js";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process, { argv, exit, stderr } from "node:process";

const [folder] = argv.slice(2);
if (!folder) {
  stderr.write("usage: node check.mjs FOLDER, a folder made by: python -m venezuela_news corpus FOLDER\n");
  exit(2);
}

// JSON is UTF-8 without a byte-order mark. Buffer's own decoding would mend what is broken, and drop the mark.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const parsed = (...path) => JSON.parse(utf8.decode(readFileSync(join(folder, ...path))));
const names = (kind) => readdirSync(join(folder, kind)).filter((name) => name.endsWith(".json")).sort();

// What ajv only warns of, such as a keyword beside the wrong type, is a mistake in the schema.
const fail = (...message) => { throw new Error(message.join(" ")); };
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, logger: { log: fail, warn: fail, error: fail } });

const rows = [];
const disagreements = [];

// Counts cases of which the schema is to say `expected`, and keeps those of which it does not.
const count = (kind, what, cases) => {
  let wrong = 0;
  for (const { name, expected, found } of cases) {
    if (found === expected) continue;
    wrong += 1;
    disagreements.push(`${kind}/${name} is ${found ? "accepted" : "refused"}, where "${what}"`);
  }
  rows.push({ kind, what, cases: cases.length, otherwise: wrong });
};

const documents = (accepts, kind, expected, wanted = () => true) =>
  names(kind).flatMap((name) =>
    parsed(kind, name)
      .filter(wanted)
      .map((one) => ({ name: `${name}: ${one.description}`, expected, found: accepts(one.data) })));

// A file of the raw cases: what is no JSON at all is refused before there is anything to hold against the schema.
const acceptsFile = (accepts, name) => {
  let document;
  try {
    document = parsed("raw", name);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return false;
    throw error;
  }
  return accepts(document);
};

try {
  const accepts = ajv.compile(parsed("schema.json"));
  const cases = parsed("case.schema.json");
  ajv.addSchema(cases);

  count("", "the story is accepted", [{ name: "story.json", expected: true, found: accepts(parsed("story.json")) }]);
  for (const kind of ["valid", "invalid", "doubtful", "grounding"]) {
    const described = ajv.getSchema(`${cases.$id}#/$defs/${kind}`);
    const files = names(kind).map((name) => ({ name, expected: true, found: described(parsed(kind, name)) }));
    count(kind, "files are as case.schema.json says", files);
  }
  count("valid", "is accepted", documents(accepts, "valid", true));
  count("doubtful", "is accepted", documents(accepts, "doubtful", true));
  count("invalid", "schema: true is refused", documents(accepts, "invalid", false, ({ schema }) => schema === true));
  count("invalid", "schema: false is accepted", documents(accepts, "invalid", true, ({ schema }) => schema === false));
  const files = names("raw").filter((name) => name.startsWith("y_"));
  count("raw", "y_*.json is accepted", files.map((name) => ({ name, expected: true, found: acceptsFile(accepts, name) })));
} catch (error) {
  stderr.write(`${folder}: ${error.message}\n`);
  exit(2);
}

// A kind without a case would agree with everything.
for (const row of rows) if (row.cases === 0) disagreements.push(`${row.kind}: there is no case of which "${row.what}"`);

const line = (...cells) => {
  const [kind, what, cases, otherwise] = cells.map(String);
  console.log(`${kind.padEnd(10)}${what.padEnd(36)}${cases.padStart(7)}${otherwise.padStart(11)}`);
};
line("kind", "law", "cases", "otherwise");
for (const row of rows) line(row.kind, row.what, row.cases, row.otherwise);
for (const text of disagreements) console.log(text);
// Not exit(), which would not wait until a pipe has taken what is printed.
process.exitCode = disagreements.length ? 1 : 0;
