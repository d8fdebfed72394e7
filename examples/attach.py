"""From a stand-off record to the full one: a text that can't ship, attached by a reader who has a copy."""

from __future__ import annotations

import venezuela_news as vn

COPY = """
Rosa Luna, the mayor, promised to bring the ferry back.

Nobody in the village believed her.
"""

# The author has the text, and ships the story without it: digests in place of paragraphs and words.
text = vn.Source(id="report", language="en", paragraphs=tuple(line for line in COPY.splitlines() if line))
whole = vn.Story(
    id="ferry",
    title="A promise",
    summary="A mayor promises a ferry.",
    language="en",
    as_of=vn.PartialDate("2020-03-02"),
    sources=(text,),
    people=(vn.Person(id="rosa-luna", name="Rosa Luna", anchors=(text.anchor("Rosa Luna"),)),),
)
shipped = whole.detach("report")
print(vn.dumps(shipped, indent=1))

(anchor,) = shipped.find(vn.Person, "rosa-luna").anchors
try:
    shipped.text_of(anchor)
except vn.TextMismatch as error:
    print("Without the text:", error)

# The reader has a copy: every digest is verified before a word is taken from it.
attached = shipped.attach("report", COPY)
assert attached == whole
print("With the text:", attached.text_of(*attached.find(vn.Person, "rosa-luna").anchors))

try:
    shipped.attach("report", COPY.replace("Nobody", "Everybody"))
except vn.TextMismatch as error:
    print("With an edited copy:", error)

# The shipped story is such a record: its article is known by digests alone.
article = vn.story().find(vn.Source, "article")
print(f"\nThe story's article: {len(article.digests)} paragraphs, by their digests")
