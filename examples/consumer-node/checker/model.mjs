// The records of a document: their fields in order, what stands in each, and what several fields are together.

const ACTOR = ["Person", "Organization", "Country", "Group"];
const OCCURRENCE = ["Statement", "Event"];
const PLACE = ["Place", "Country"];

// What stands in a field.
const text = { type: "text" };
const words = { type: "text", untrimmed: true };
const id = { type: "id" };
const countryCode = { type: "country-code" };
const language = { type: "language" };
const license = { type: "license" };
const url = { type: "url" };
const digest = { type: "digest" };
const date = { type: "date" };
const day = { type: "date", plainDay: true };
const flag = { type: "flag" };
const count = { type: "whole", low: 0, high: 2 ** 53 - 1 };
const age = { type: "whole", low: 0, high: 150, plausible: 110 };
const bound = { type: "quantity" };
const choice = (names) => ({ type: "choice", words: new Set(names.split(" ")) });
const names = (...kinds) => ({ type: "reference", kinds });
const any = names();
const record = (kind) => ({ type: "record", kind });

// How it stands there: it has to be there, or several of it may.
const required = (field) => ({ ...field, required: true });
const many = (field) => ({ ...field, list: true, unique: true });
const several = (field) => ({ ...field, list: true });
const oneOrMore = (field) => ({ ...field, list: true, unique: true, required: true, notEmpty: true });

const anchors = many(record("Anchor"));
const sameAs = many(url);
const about = many(any);

export const ARRAYS = {
  sources: "Source",
  people: "Person",
  organizations: "Organization",
  countries: "Country",
  groups: "Group",
  places: "Place",
  works: "Work",
  claims: "Claim",
  statements: "Statement",
  stances: "Stance",
  events: "Event",
  figures: "Figure",
  photos: "Photo",
};

export const RECORDS = {
  Story: {
    id: required(id),
    title: required(text),
    summary: required(text),
    language: required(language),
    as_of: required(day),
    ...Object.fromEntries(Object.entries(ARRAYS).map(([array, kind]) => [array, several(record(kind))])),
  },
  Source: {
    id: required(id),
    title: text,
    description: text,
    language: required(language),
    published: date,
    modified: date,
    publisher: text,
    url,
    license,
    paragraphs: several(text),
    digests: several(digest),
  },
  Person: { id: required(id), name: text, aliases: many(text), description: text, age, roles: many(record("Role")), same_as: sameAs, anchors },
  Organization: {
    id: required(id),
    name: text,
    aliases: many(text),
    description: text,
    kind: required(
      choice(
        "legislature government local-government department agency court party military armed-group university " +
          "research-center media company union ngo religious intergovernmental other",
      ),
    ),
    country: names("Country"),
    parent: names("Organization"),
    same_as: sameAs,
    anchors,
  },
  Country: { id: required(countryCode), name: required(text), aliases: many(text), description: text, same_as: sameAs, anchors },
  Group: {
    id: required(id),
    label: required(text),
    description: text,
    members: many(names(...ACTOR)),
    complete: flag,
    excludes: many(names(...ACTOR)),
    within: names(...PLACE),
    same_as: sameAs,
    anchors,
  },
  Place: { id: required(id), name: required(text), description: text, country: names("Country"), within: names(...PLACE), same_as: sameAs, anchors },
  Work: {
    id: required(id),
    title: text,
    description: text,
    kind: required(choice("constitution law treaty ruling report publication film other")),
    creators: many(names(...ACTOR)),
    country: names("Country"),
    when: date,
    same_as: sameAs,
    anchors,
  },
  Claim: { id: required(id), text: required(text), kind: required(choice("fact norm forecast")), about, rivals: many(names("Claim")) },
  Statement: {
    id: required(id),
    speakers: many(names(...ACTOR)),
    capacity: text,
    act: choice("assertive directive commissive expressive declarative"),
    gist: required(text),
    condition: text,
    quotes: many(record("Quote")),
    to: many(names(...ACTOR)),
    about,
    channel: choice("speech written-statement briefing interview chant other"),
    said: date,
    occasion: names("Event"),
    after: many(names(...OCCURRENCE)),
    relayed_by: many(names(...ACTOR)),
    attributions: oneOrMore(record("Attribution")),
  },
  Stance: {
    id: required(id),
    holder: required(names(...ACTOR)),
    claim: required(names("Claim")),
    position: required(choice("favor against neutral")),
    when: date,
    asserted_by: many(names(...ACTOR)),
    evidence: many(names(...OCCURRENCE)),
    anchors,
  },
  Event: {
    id: required(id),
    label: required(text),
    status: choice("occurred scheduled cancelled hypothetical"),
    when: date,
    where: names(...PLACE),
    within: names("Event"),
    after: many(names(...OCCURRENCE)),
    actors: many(names(...ACTOR)),
    targets: many(names(...ACTOR)),
    category: choice(
      "agree consult support concede cooperate aid retreat request accuse reject threaten protest sanction mobilize coerce assault",
    ),
    asserted_by: many(names(...ACTOR)),
    same_as: sameAs,
    anchors,
  },
  Figure: {
    id: required(id),
    label: required(text),
    low: bound,
    high: bound,
    approximate: flag,
    unit: required(text),
    about,
    asserted_by: many(names(...ACTOR)),
    anchors,
  },
  Photo: { id: required(id), caption: required(text), credits: many(names("Person", "Organization")), depicts: many(any), taken: date, anchors },
  Anchor: { source: required(names("Source")), paragraph: required(count), start: required(count), end: required(count), exact: words },
  Role: {
    title: required(text),
    organization: names("Organization", "Group"),
    country: names("Country"),
    under: names("Organization"),
    when: date,
    former: flag,
    disputed: flag,
  },
  Quote: { text: required(text), language: required(language), translated: { ...flag, orUnknown: true } },
  Attribution: { mode: required(choice("direct indirect mixed")), content: oneOrMore(record("Anchor")), cue: anchors, speaker: anchors },
};
