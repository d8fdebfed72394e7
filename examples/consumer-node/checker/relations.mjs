// The rules between records. A draft's `undefined` fields are faulty: nothing is concluded from them.
import { certainlyBefore, readDate } from "./dates.mjs";
import { ARRAYS, RECORDS } from "./model.mjs";
import { stanceDoubts } from "./stances.mjs";

// Each record of some arrays, or of all, with its pointer. The order is the model's, whatever that of the document's keys.
function* placed(story, arrays = Object.keys(ARRAYS)) {
  for (const name of arrays) {
    for (const [index, draft] of (story[name] ?? []).entries()) if (draft) yield [`/${name}/${index}`, draft];
  }
}

// The values of a field with their pointers, whether it holds one or several; what is faulty or absent is left out.
function* valuesOf(draft, name, pointer) {
  const value = draft[name];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) if (item !== undefined) yield [`${pointer}/${name}/${index}`, item];
  } else if (value !== undefined && value !== null) {
    yield [`${pointer}/${name}`, value];
  }
}

function* nested(draft, pointer) {
  yield [pointer, draft];
  for (const [name, field] of Object.entries(RECORDS[draft.of])) {
    if (field.type !== "record") continue;
    for (const [place, item] of valuesOf(draft, name, pointer)) yield* nested(item, place);
  }
}

export function relations({ story, lost, fault, doubt }) {
  const records = [...placed(story)];
  const byId = new Map();
  for (const [pointer, draft] of records) {
    if (draft.id === undefined) continue;
    if (byId.has(draft.id)) fault(`${pointer}/id`, "duplicate-id");
    else byId.set(draft.id, draft);
  }
  // Of records with one id, the first has it.
  const first = ([, draft]) => byId.get(draft.id) === draft;

  references(records, byId, lost, fault);
  cycles(story, first, fault);
  rivals(story, fault);
  membership(story, fault);
  anchors(records, byId, fault);
  attributions(story, fault);
  order(story, byId, fault);
  stanceDoubts({
    day: story.as_of,
    groups: [...placed(story, ["groups"])].filter(first),
    claims: [...placed(story, ["claims"])].filter(first),
    stances: [...placed(story, ["stances"])],
    doubt,
  });
}

function references(records, byId, lost, fault) {
  for (const [top, record] of records) {
    for (const [pointer, draft] of nested(record, top)) {
      for (const [name, field] of Object.entries(RECORDS[draft.of])) {
        if (field.type !== "reference") continue;
        const kinds = field.kinds.length > 0 ? field.kinds : Object.values(ARRAYS);
        for (const [place, id] of valuesOf(draft, name, pointer)) {
          const target = byId.get(id);
          if (target && !kinds.includes(target.of)) fault(place, "wrong-reference");
          if (!target && !kinds.some((kind) => lost.has(kind))) fault(place, "dangling-reference");
        }
      }
    }
  }
}

// -- circles -----------------------------------------------------------------------------------------------

const ACYCLIC = [
  [["organizations"], "parent"],
  [["groups"], "members"],
  [["places"], "within"],
  [["statements", "events"], "after"],
  [["events"], "within"],
];

function cycles(story, first, fault) {
  for (const [arrays, field] of ACYCLIC) {
    const nodes = [...placed(story, arrays)].filter(first);
    const steps = new Map(nodes.map(([, draft]) => [draft.id, [...valuesOf(draft, field, "")].map(([, id]) => id)]));
    const reached = new Map(nodes.map(([, { id }]) => [id, reachable(steps, id)]));
    const told = new Set();
    for (const [pointer, { id }] of nodes) {
      if (!reached.get(id).has(id) || told.has(id)) continue;
      fault(pointer, "cycle");
      for (const other of reached.get(id)) if (reached.get(other).has(id)) told.add(other);
    }
  }
}

// The records that are reached from one by one step or more.
function reachable(steps, start) {
  const found = new Set();
  const ready = [start];
  while (ready.length > 0) {
    for (const next of steps.get(ready.pop())) {
      if (!steps.has(next) || found.has(next)) continue;
      found.add(next);
      ready.push(next);
    }
  }
  return found;
}

// -- claims, groups, anchors, order ------------------------------------------------------------------------

function rivals(story, fault) {
  const said = new Set();
  for (const [pointer, claim] of placed(story, ["claims"])) {
    for (const [place, rival] of valuesOf(claim, "rivals", pointer)) {
      if (rival === claim.id) fault(place, "self-reference");
      else if (said.has(JSON.stringify([rival, claim.id]))) fault(place, "repeated-rival");
      said.add(JSON.stringify([claim.id, rival]));
    }
  }
}

function membership(story, fault) {
  for (const [pointer, group] of placed(story, ["groups"])) {
    const members = group.members ?? [];
    for (const [place, actor] of valuesOf(group, "excludes", pointer)) {
      if (actor === group.id) fault(place, "self-reference");
      else if (members.includes(actor)) fault(place, "excluded-member");
    }
  }
}

function anchors(records, byId, fault) {
  for (const [top, record] of records) {
    for (const [pointer, draft] of nested(record, top)) {
      const source = draft.of === "Anchor" && byId.get(draft.source);
      if (source && source.of === "Source") anchor(pointer, draft, source, fault);
    }
  }
}

function anchor(pointer, { paragraph, start, end, exact }, { paragraphs, digests }, fault) {
  const lines = paragraphs ?? [];
  const count = lines.length > 0 ? lines.length : (digests ?? []).length;
  if (count === 0) return;
  if (lines.length > 0 && exact === null) fault(`${pointer}/exact`, "anchor-form");
  if (lines.length === 0 && typeof exact === "string") fault(`${pointer}/exact`, "anchor-form");
  if (paragraph >= count) fault(`${pointer}/paragraph`, "paragraph-out-of-range");
  else if (typeof lines[paragraph] === "string" && typeof exact === "string" && start !== undefined && end !== undefined) {
    if (Array.from(lines[paragraph]).slice(start, end).join("") !== exact) fault(`${pointer}/exact`, "span-mismatch");
  }
}

function attributions(story, fault) {
  for (const [top, statement] of placed(story, ["statements"])) {
    for (const [pointer, attribution] of valuesOf(statement, "attributions", top)) {
      const sources = new Set();
      for (const [, draft] of nested(attribution, pointer)) if (draft.source !== undefined) sources.add(draft.source);
      if (sources.size > 1) fault(pointer, "mixed-sources");
    }
  }
}

const DATES = { Statement: "said", Event: "when" };

function order(story, byId, fault) {
  const dateOf = (draft) => draft && DATES[draft.of] && draft[DATES[draft.of]];
  for (const [pointer, draft] of placed(story, ["statements", "events"])) {
    if (!dateOf(draft)) continue;
    for (const [place, earlier] of valuesOf(draft, "after", pointer)) {
      const other = dateOf(byId.get(earlier));
      if (other && certainlyBefore(readDate(dateOf(draft)), readDate(other))) fault(place, "order-contradiction");
    }
  }
}
