// A process of mutate.mjs: runs the corpus on one mutant after another, each a copy of the checker with one file changed.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import process, { argv } from "node:process";
import { differences, readCorpus } from "./corpus.mjs";
import * as original from "./checker/json.mjs";

const [folder, scratch, sources] = argv.slice(2);
const ORIGINAL_READER = `export * from ${JSON.stringify(pathToFileURL(join(sources, "json.mjs")).href)};\n`;

// Documents are read once, by the checker's own reader; a mutant of the reader reads them again.
const corpus = readCorpus(folder, original.parse);

async function fate({ file, source, number }) {
  const copy = join(scratch, String(number));
  mkdirSync(copy);
  cpSync(sources, copy, { recursive: true });
  if (file !== "json.mjs") writeFileSync(join(copy, "json.mjs"), ORIGINAL_READER);
  writeFileSync(join(copy, file), source);
  const load = (name) => import(pathToFileURL(join(copy, name)).href);
  try {
    const { checkerWith } = await load("checker.mjs");
    const reader = await load("json.mjs");
    const { lists, cases } = file === "json.mjs" ? readCorpus(folder, reader.parse) : corpus;
    const check = checkerWith(lists);
    for (const kind of Object.values(cases)) for (const _ of differences(kind, check, reader)) return "by a case";
  } catch {
    return "by an error";
  }
  return "survived";
}

process.on("message", async (mutant) => process.send(await fate(mutant)));
