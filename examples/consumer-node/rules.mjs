// Runs the checker over the case corpus: does it find, in each case, the problems that the case tells and no other?
//
//     python -m venezuela_news corpus corpus      (once, wherever Python is; or unpack the wheel, which is a zip file)
//     node rules.mjs corpus
//
// Prints a table, and each case that goes otherwise. The exit status is 0 if there is none, 1 if there is, 2 if the
// corpus can't be read.
import { argv, exit, stderr } from "node:process";
import { differences, readCorpus } from "./corpus.mjs";
import { checkerWith } from "./checker/checker.mjs";
import * as json from "./checker/json.mjs";

const [folder] = argv.slice(2);
if (!folder) {
  stderr.write("usage: node rules.mjs FOLDER, a folder made by: python -m venezuela_news corpus FOLDER\n");
  exit(2);
}

let corpus;
try {
  corpus = readCorpus(folder, json.parse);
} catch (error) {
  stderr.write(`${folder}: ${error.message}\n`);
  exit(2);
}

const check = checkerWith(corpus.lists);
const line = (kind, cases, otherwise) => console.log(`${kind.padEnd(10)}${String(cases).padStart(7)}${String(otherwise).padStart(11)}`);
line("kind", "cases", "otherwise");
let wrong = false;
const told = [];
for (const [kind, cases] of Object.entries(corpus.cases)) {
  const found = [...differences(cases, check, json)];
  line(kind, cases.length, found.length);
  told.push(...found);
  wrong ||= found.length > 0 || cases.length === 0;
}
for (const text of told) console.log(text);
// Not exit(), which would not wait until a pipe has taken what is printed.
process.exitCode = wrong ? 1 : 0;
