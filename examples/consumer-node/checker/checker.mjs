// Checks a document: says all that is wrong and all that is doubtful in it, each with its place and rule.
//
// 1. `check` walks over the document by the model's fields. It reads every record into a draft: an object of its fields,
//    in which `undefined` stands for what is faulty, and `null` or an empty list for what is absent.
// 2. Rules over several fields of a record look at drafts whose fields are all legal.
// 3. Rules between records, in relations.mjs, look at all drafts, and pass over what is faulty.
import { isPlainDay, readDate } from "./dates.mjs";
import { JsonNumber, JsonObject } from "./json.mjs";
import { ARRAYS, RECORDS } from "./model.mjs";
import { relations } from "./relations.mjs";
import { isDigest, isId, isUrl, Languages, lengthOf, Licenses, lineFaults } from "./texts.mjs";

const MOST_RECORDS = 100_000;
const LONGEST_TEXT = 1_000_000;
const DEEPEST = 32;
const LARGEST = 2 ** 53 - 1;
const LEAST = 0.0001;
const MOST_DIGITS = 15;
const VERSION = 1;

const escaped = (key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1");
const given = (value) => (Array.isArray(value) ? value.length > 0 : value !== null);

// Digits of the shortest decimal that is read as the number: those before the exponent.
const digitsOf = (number) => Math.abs(number).toExponential().split("e")[0].replace(".", "").length;

// How many objects and lists that are not empty lie within each other, counted no further than it matters.
function isDeeper(value, most) {
  const items = value instanceof JsonObject ? [...value.entries.values()] : Array.isArray(value) ? value : [];
  if (items.length === 0) return false;
  return most === 0 || items.some((item) => isDeeper(item, most - 1));
}

class Walk {
  constructor(known) {
    this.known = known;
    this.problems = [];
    // Faults and doubts are kept apart: a doubtful value is a legal one.
    this.doubts = [];
  }

  fault(pointer, rule) {
    this.problems.push({ pointer, rule });
  }

  doubt(pointer, rule) {
    this.doubts.push({ pointer, rule });
  }

  document(document) {
    if (isDeeper(document, DEEPEST)) return this.fault("", "too-deep");
    if (!(document instanceof JsonObject)) return this.wrongType(document, "");
    const version = document.entries.get("schema_version");
    const isWhole = version instanceof JsonNumber && version.whole;
    if (isWhole && version.value !== VERSION) return this.fault("/schema_version", "unsupported-version");
    const lengths = Object.keys(ARRAYS).map((name) => document.entries.get(name)).filter(Array.isArray).map((list) => list.length);
    if (lengths.reduce((sum, length) => sum + length, 0) > MOST_RECORDS) return this.fault("", "too-large");
    if (version === undefined) this.fault("/schema_version", "missing-key");
    else if (!isWhole) this.wrongType(version, "/schema_version");
    const story = this.record(document, "Story", "");
    relations({
      story,
      lost: this.lostKinds(document, story),
      fault: (pointer, rule) => this.fault(pointer, rule),
      doubt: (pointer, rule) => this.doubt(pointer, rule),
    });
  }

  // The kinds of records of which some id can't be read. What refers to such a kind may mean that record.
  lostKinds(document, story) {
    const keys = [...document.entries];
    const misspelled = keys.some(([key, value]) => !Object.hasOwn(ARRAYS, key) && Array.isArray(value));
    const lost = new Set();
    for (const [name, kind] of Object.entries(ARRAYS)) {
      const isThere = document.entries.has(name);
      const isRead = story[name]?.every((draft) => draft?.id !== undefined);
      if (!isRead || (misspelled && !isThere)) lost.add(kind);
    }
    return lost;
  }

  wrongType(value, pointer) {
    const isFinite = !(value instanceof JsonNumber) || Number.isFinite(value.value) || value.whole;
    this.fault(pointer, isFinite ? "wrong-type" : "non-finite-number");
  }

  record(value, kind, pointer) {
    if (!(value instanceof JsonObject)) {
      this.wrongType(value, pointer);
      return undefined;
    }
    const draft = { of: kind };
    for (const [name, field] of Object.entries(RECORDS[kind])) {
      draft[name] = this.field(value.entries.get(name), value.entries.has(name), field, `${pointer}/${name}`);
    }
    this.keys(value, kind, pointer);
    this.together(draft, pointer);
    return draft;
  }

  keys(object, kind, pointer) {
    for (const key of object.entries.keys()) {
      const place = `${pointer}/${escaped(key)}`;
      const isKnown = Object.hasOwn(RECORDS[kind], key) || (kind === "Story" && key === "schema_version");
      if (/\p{Surrogate}/u.test(key)) this.fault(pointer, "lone-surrogate");
      else if (!isKnown) this.fault(place, "unknown-key");
      if (object.doubled.has(key)) this.fault(place, "duplicate-key");
    }
  }

  field(value, isThere, field, pointer) {
    if (value === undefined || value === null) {
      if (field.required) {
        if (isThere) this.wrongType(value, pointer);
        else this.fault(pointer, "missing-key");
        return undefined;
      }
      if (field.list) return [];
      return field.type === "flag" && !field.orUnknown ? false : null;
    }
    if (!field.list) return this.value(value, field, pointer);
    if (!Array.isArray(value)) {
      this.wrongType(value, pointer);
      return undefined;
    }
    return this.list(value, field, pointer);
  }

  list(values, field, pointer) {
    const seen = new Set();
    if (field.notEmpty && values.length === 0) this.fault(pointer, "empty-list");
    return values.map((value, index) => {
      const place = `${pointer}/${index}`;
      const before = this.problems.length;
      const item = this.value(value, field, place);
      const isLegal = this.problems.length === before;
      if (field.unique && isLegal) {
        // Drafts have all their fields, the absent ones too, in the model's order.
        const key = JSON.stringify(item);
        if (seen.has(key)) this.fault(place, "duplicate-item");
        seen.add(key);
      }
      return item;
    });
  }

  value(value, field, pointer) {
    switch (field.type) {
      case "record":
        return this.record(value, field.kind, pointer);
      case "flag":
        if (typeof value === "boolean") return value;
        break;
      case "whole":
        if (value instanceof JsonNumber && value.whole) return this.whole(value.value, field, pointer);
        break;
      case "quantity":
        if (value instanceof JsonNumber) return this.quantity(value, pointer);
        break;
      default:
        if (typeof value === "string") return this.text(value, field, pointer);
    }
    this.wrongType(value, pointer);
    return undefined;
  }

  whole(number, { low, high, plausible }, pointer) {
    if (number < low || number > high) {
      this.fault(pointer, "out-of-range");
      return undefined;
    }
    if (number > plausible) this.doubt(pointer, "implausible-age");
    return number;
  }

  quantity({ value, whole }, pointer) {
    const fault = (rule) => {
      this.fault(pointer, rule);
      return undefined;
    };
    if (!whole && !Number.isFinite(value)) return fault("non-finite-number");
    if (Math.abs(value) > LARGEST) return fault("out-of-range");
    if (Number.isInteger(value)) return value;
    if (Math.abs(value) < LEAST || digitsOf(value) > MOST_DIGITS) return fault("too-precise");
    return value;
  }

  text(value, field, pointer) {
    // A faulty id still names its record, as it is written.
    const kept = (field.type === "id" || field.type === "country-code") && value !== "" ? value : undefined;
    const rules = [...this.textFaults(value, field)];
    for (const rule of rules) this.fault(pointer, rule);
    if (rules.length > 0) return kept;
    if (field.type === "language" && !this.known.languages.isKnown(value)) this.doubt(pointer, "unknown-language");
    if (field.type === "license" && !this.known.licenses.isKnown(value)) this.doubt(pointer, "unknown-license");
    return value;
  }

  *textFaults(value, field) {
    if (field.type === "choice") {
      if (!field.words.has(value)) yield "unknown-choice";
      return;
    }
    if (field.type === "date") {
      if (!(field.plainDay ? isPlainDay(value) && readDate(value) : readDate(value))) yield "bad-date";
      return;
    }
    if (lengthOf(value) > LONGEST_TEXT) {
      yield "too-large";
      return;
    }
    switch (field.type) {
      case "text":
        yield* lineFaults(value, { trimmed: !field.untrimmed });
        break;
      case "reference":
        if (value === "") yield "dangling-reference";
        break;
      case "id":
        if (!isId(value)) yield "bad-id";
        break;
      case "country-code":
        if (!this.known.countries.has(value)) yield "bad-country-code";
        break;
      case "language":
        if (!this.known.languages.isWellFormed(value)) yield "bad-language";
        break;
      case "license":
        if (!this.known.licenses.isWellFormed(value)) yield "bad-license";
        break;
      case "url":
        if (!isUrl(value)) yield "bad-url";
        break;
      case "digest":
        if (!isDigest(value)) yield "bad-digest";
        break;
    }
  }

  // -- several fields of a record ----------------------------------------------------------------------------

  together(draft, pointer) {
    const broken = (names, rule, place = "") => {
      this.fault(pointer + place, rule);
      // What is broken proves nothing between records.
      for (const name of names) draft[name] = undefined;
    };
    const isLegal = (names) => names.every((name) => draft[name] !== undefined && !this.holdsFaults(draft[name], `${pointer}/${name}`));
    const count = (names) => names.filter((name) => given(draft[name])).length;
    const anyOf = (names, rule) => {
      if (isLegal(names) && count(names) === 0) broken(names, rule);
    };
    switch (draft.of) {
      case "Person":
      case "Organization":
        anyOf(["name", "description"], "name-or-description");
        break;
      case "Work":
        anyOf(["title", "description"], "name-or-description");
        break;
      case "Source": {
        const names = ["paragraphs", "digests"];
        if (isLegal(names) && count(names) !== 1) broken(names, "exactly-one");
        break;
      }
      case "Figure": {
        const names = ["low", "high"];
        anyOf(names, "missing-bound");
        if (isLegal(names) && given(draft.low) && given(draft.high) && draft.low > draft.high) {
          broken(names, "bounds-reversed", "/high");
        }
        break;
      }
      case "Anchor": {
        const names = ["start", "end", "exact"];
        if (isLegal(["start", "end"]) && draft.end <= draft.start) broken(["end"], "empty-span", "/end");
        else if (isLegal(names) && draft.exact !== null && lengthOf(draft.exact) !== draft.end - draft.start) {
          broken(names, "span-length", "/exact");
        }
        break;
      }
    }
  }

  // Whether a list, or an item of it, is at fault.
  holdsFaults(value, pointer) {
    return Array.isArray(value) && this.problems.some((problem) => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`));
  }
}

// Gives a function that finds all problems of a document, as pairs of a JSON Pointer and a rule. `lists` is the corpus's
// lists.json; a document is what json.mjs reads.
export function checkerWith(lists) {
  const known = { countries: new Set(lists.countries), languages: new Languages(lists), licenses: new Licenses(lists) };
  return (document) => {
    const walk = new Walk(known);
    walk.document(document);
    return [...walk.problems, ...walk.doubts];
  };
}
