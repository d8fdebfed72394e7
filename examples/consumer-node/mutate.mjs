// Does the corpus catch mistakes? Changes the checker in one place at a time, and runs the corpus on each such mutant.
//
//     node mutate.mjs corpus [file ...]
//
// A mutant that every case passes has survived. Either the corpus lacks a case that tells it from the checker, or nothing
// can: then the reason stands in survivors.mjs. Prints the figures and each survivor; the exit status is 1 if one of them
// has no reason, or a reason no survivor.
import { fork } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { argv, exit, stderr } from "node:process";
import { fileURLToPath } from "node:url";
import { mutantsOf } from "./mutants.mjs";
import { REASONS } from "./survivors.mjs";

const SOURCES = fileURLToPath(new URL("./checker/", import.meta.url));
const RUNNER = fileURLToPath(new URL("./mutant.mjs", import.meta.url));
const LONGEST_RUN = 60_000;

const [folder, ...only] = argv.slice(2);
if (!folder) {
  stderr.write("usage: node mutate.mjs FOLDER [FILE ...], a folder made by: python -m venezuela_news corpus FOLDER\n");
  exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), "mutants-"));
const files = readdirSync(SOURCES).filter((file) => only.length === 0 || only.includes(file));
const mutants = files.flatMap((file) => mutantsOf(readFileSync(join(SOURCES, file), "utf8")).map((mutant) => ({ file, ...mutant })));
const waiting = mutants.map((mutant, number) => ({ ...mutant, number }));
const killed = new Map();
const survivors = [];

// Runs mutants one after another in a process of its own. It is ended and made anew when a mutant comes to no end.
const work = () =>
  new Promise((resolve) => {
    let runner, timer, mutant;
    const settle = (how) => {
      clearTimeout(timer);
      if (how === "survived") survivors.push(mutant);
      else killed.set(how, (killed.get(how) ?? 0) + 1);
      next();
    };
    const start = () => {
      runner = fork(RUNNER, [folder, scratch, SOURCES], { execArgv: ["--max-old-space-size=512"], stdio: "ignore" });
      runner.on("message", settle);
      runner.on("exit", () => {
        start();
        settle("by its end");
      });
    };
    const next = () => {
      mutant = waiting.shift();
      if (mutant) {
        timer = setTimeout(() => runner.kill("SIGKILL"), LONGEST_RUN);
        runner.send(mutant);
        return;
      }
      runner.removeAllListeners();
      runner.kill();
      resolve();
    };
    start();
    next();
  });

await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
rmSync(scratch, { recursive: true });

// One mutant changes one place; the place is named by its line, and what it becomes.
const used = new Set();
const unexplained = survivors.filter(({ file, before, after }) => {
  const reason = REASONS.find((one) => one.file === file && before.includes(one.line) && (!one.after || after.includes(one.after)));
  used.add(reason);
  return !reason;
});
for (const { file, line, before, after } of unexplained) console.log(`${file}:${line}\n    - ${before}\n    + ${after}`);
const unused = only.length === 0 ? REASONS.filter((reason) => !used.has(reason)) : [];
for (const { file, line } of unused) console.log(`${file}: no survivor in: ${line}`);
for (const [how, count] of killed) console.log(`${String(count).padStart(6)} killed ${how}`);
console.log(`${String(mutants.length).padStart(6)} mutants, ${survivors.length} survived, ${unexplained.length} of them without a reason`);
process.exitCode = unexplained.length || unused.length ? 1 : 0;
