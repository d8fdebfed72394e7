"""A tour of the shipped story: its people, what they said, who stands where, and when it happened."""

from __future__ import annotations

import venezuela_news as vn

story = vn.story()
print(story.title, f"({story.as_of})")

guaido = story.find(vn.Person, "juan-guaido")
print(f"\n{guaido.name}, {guaido.age}")
for role in guaido.roles:
    where = role.organization or role.country
    print(f"- {role.title} ({where}{', disputed' if role.disputed else ''})")

print("\nWhat Mike Pompeo said")
for statement in story.statements_by("mike-pompeo"):
    print("-", statement.gist)
    for quote in statement.quotes:
        print(f"  in his words: “{quote.text}”")
    for attribution in statement.attributions:
        first = attribution.content[0]
        print(f"  {attribution.mode} speech in {first.source!r}, paragraph {first.paragraph}")

print("\nThe words behind a record, in the retelling that ships with the story")
for anchor in story.find(vn.Person, "israel-larez").anchors:
    if anchor.source == "en":
        print("-", story.text_of(anchor))

print("\nWhat refers to Cuba")
for mention in story.mentions("cuba"):
    print("-", type(mention.record).__name__, mention.record.id)

print("\nHow it came to that")
for item in story.timeline():
    if isinstance(item, vn.Event) and item.when is not None and item.category is not None:
        print(f"{item.when!s:>12}  {item.label}")

print("\nStances that contradict each other:", len(story.conflicts()))
