"""Who recognizes whom, and who wants Maduro to stay? The question of the day as a table, with who says so."""

from __future__ import annotations

import venezuela_news as vn

story = vn.story()
CLAIMS = {
    "Guaidó": "guaido-is-interim-president",
    "Maduro": "maduro-is-president",
    "to stay": "maduro-should-stay",
}
WORDS = {vn.Position.FAVOR: "yes", vn.Position.AGAINST: "no", vn.Position.NEUTRAL: "neutral", None: "not told"}

print(f"{'country':<15}" + "".join(f"{name:<10}" for name in CLAIMS) + "who says so")
for country in story.countries:
    answers = {name: story.explain_position(country.id, claim) for name, claim in CLAIMS.items()}
    if not any(answer.stances for answer in answers.values()):
        continue
    says = {id for answer in answers.values() for stance in answer.stances for id in stance.asserted_by}
    tellers = ", ".join(map(story.label, sorted(says))) or "the source"
    cells = "".join(f"{WORDS[answer.position]:<10}" for answer in answers.values())
    print(f"{country.name:<15}{cells}{tellers}")

print("\nCountries that are counted and not named")
for group in story.groups:
    for name, claim in CLAIMS.items():
        why = story.explain_position(group.id, claim)
        if why.position is not None and group.excludes:
            without = ", ".join(story.find(vn.Country, id).name for id in group.excludes)
            print(f"{group.label}: {WORDS[why.position]} to {name}; certainly without {without}")

colombia = story.explain_position("CO", CLAIMS["Guaidó"])
print("\nNothing is guessed: Colombia's position is", colombia.position)
print("It may be among:", ", ".join(map(story.label, colombia.possible_via)))
