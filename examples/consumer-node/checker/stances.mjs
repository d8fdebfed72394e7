// What is doubtful between stances: two positions on one claim, or favor for two rivals, of one holder at one time.
import { mayMeet, readDate } from "./dates.mjs";

// Each argument but the day and `doubt` is a list of pairs: a pointer, and the draft that stands there.
export function stanceDoubts({ day, groups, claims, stances, doubt }) {
  if (day === undefined) return;
  const isRead = ([, { holder, claim, position, when }]) => ![holder, claim, position, when].includes(undefined);
  const read = stances.filter(isRead).map(([pointer, { holder, claim, position, when }]) => ({ pointer, holder, claim, position, time: readDate(when ?? day) }));
  const index = new Index(groups.map(([, group]) => group), read);

  const told = new Set();
  const tell = (conflict, rule) => {
    if (conflict.length === 0) return;
    // The last of them, in the order of the story.
    const { pointer } = read.findLast((stance) => conflict.includes(stance));
    if (!told.has(rule + pointer)) doubt(pointer, rule);
    told.add(rule + pointer);
  };
  const pairs = claims.flatMap(([, { id, rivals }]) => (rivals ?? []).filter((rival) => rival !== undefined && rival !== id).map((rival) => [id, rival]));

  for (const holder of index.holders()) {
    for (const claim of new Set(read.map((stance) => stance.claim))) {
      const speaking = index.speaking(holder, claim);
      tell(
        speaking.filter((one) => speaking.some((other) => one.position !== other.position && mayMeet(one.time, other.time))),
        "opposed-stances",
      );
    }
    for (const pair of pairs) {
      const [one, other] = pair.map((claim) => index.speaking(holder, claim).filter((stance) => stance.position === "favor"));
      const meeting = (side, others) => side.filter((stance) => others.some((rival) => mayMeet(stance.time, rival.time)));
      tell([...meeting(one, other), ...meeting(other, one)], "favored-rivals");
    }
  }
}

class Index {
  constructor(groups, stances) {
    this.groups = new Map(groups.map(({ id, members, excludes }) => [id, { members: members ?? [], excludes: excludes ?? [] }]));
    this.stances = stances;
    this.goesRound = [...this.groups.keys()].some((id) => this.above(id, { excluding: false }).has(id));
  }

  holders() {
    const members = [...this.groups.values()].flatMap((group) => group.members);
    return new Set([...this.stances.map((stance) => stance.holder), ...members]);
  }

  // The groups that list an actor, or list a group that does. None of those that exclude it leads further.
  above(actor, { excluding }) {
    const found = new Set();
    const ready = [actor];
    while (ready.length > 0) {
      const member = ready.pop();
      for (const [id, { members, excludes }] of this.groups) {
        if (found.has(id) || !members.includes(member) || (excluding && excludes.includes(actor))) continue;
        found.add(id);
        ready.push(id);
      }
    }
    return found;
  }

  // The stances that speak for an actor on a claim: its own and, only if it has none, those of groups.
  speaking(actor, claim) {
    const on = this.stances.filter((stance) => stance.claim === claim);
    const own = on.filter((stance) => stance.holder === actor);
    if (own.length > 0 || this.goesRound) return own;
    const groups = this.above(actor, { excluding: true });
    return on.filter((stance) => groups.has(stance.holder));
  }
}
