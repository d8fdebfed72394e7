// The cases of the corpus, and how what a checker finds differs from what they tell.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const plain = (value) => {
  if (Array.isArray(value)) return value.map(plain);
  if (value?.entries instanceof Map) return Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item)]));
  return value !== null && typeof value === "object" ? value.value : value;
};

const pairs = (problems) => problems.map(({ pointer, rule }) => `${rule} at "${pointer}"`).sort();

// Documents are kept as the checker's own reader gives them, so that 34.0 is told from 34.
export function readCorpus(folder, parse) {
  const text = (...path) => readFileSync(join(folder, ...path), "utf8");
  const names = (kind) => readdirSync(join(folder, kind)).filter((name) => name.endsWith(".json")).sort();
  const documents = (kind) =>
    names(kind).flatMap((name) =>
      parse(text(kind, name)).map(({ entries }) => ({
        name: `${kind}/${name}: ${entries.get("description")}`,
        data: entries.get("data"),
        problems: pairs(plain(entries.get("problems") ?? [])),
      })),
    );
  const expected = JSON.parse(text("raw", "expected.json"));
  const files = names("raw")
    .filter((name) => name !== "expected.json")
    .map((name) => ({
      name: `raw/${name}`,
      bytes: readFileSync(join(folder, "raw", name)),
      problems: pairs(name in expected ? [expected[name]] : []),
    }));
  const cases = Object.fromEntries(["valid", "invalid", "doubtful"].map((kind) => [kind, documents(kind)]));
  return { lists: JSON.parse(text("lists.json")), cases: { ...cases, raw: files } };
}

// What a checker finds in a case: pairs of pointer and rule, once each and in order.
function foundIn({ data, bytes }, check, { read, Refused }) {
  if (!bytes) return pairs(check(data));
  try {
    return pairs(check(read(bytes)));
  } catch (error) {
    if (error instanceof Refused) return pairs([{ pointer: "", rule: error.rule }]);
    throw error;
  }
}

// Each case in which other problems are found than it tells, in words.
export function* differences(cases, check, reader) {
  for (const one of cases) {
    const found = foundIn(one, check, reader);
    if (found.join("\n") !== one.problems.join("\n")) {
      yield `${one.name}\n    found: ${found.join(", ") || "nothing"}\n    told:  ${one.problems.join(", ") || "nothing"}`;
    }
  }
}
