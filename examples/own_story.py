"""A story of one's own, built in Python, checked as it is built, and written to YAML."""

from __future__ import annotations

from pathlib import Path

import venezuela_news as vn

TEXT = """
The mayor of Puerto Viejo, Rosa Luna, promised on Monday to bring the ferry back.

"No boat, no vote," said fisherman Tomás Ruiz, 61.
"""

report = vn.Source(
    id="report",
    title="The ferry",
    language="en",
    paragraphs=tuple(line for line in TEXT.splitlines() if line),
)

story = vn.Story(
    id="ferry",
    title="A mayor promises a ferry",
    summary="A village wants its ferry back, and its mayor agrees.",
    language="en",
    as_of=vn.PartialDate("2020-03-02"),
    sources=(report,),
    people=(
        vn.Person(
            id="rosa-luna",
            name="Rosa Luna",
            roles=(vn.Role(title="mayor"),),
            anchors=(report.anchor("Rosa Luna"),),  # nobody counts code points by hand
        ),
        vn.Person(id="tomas-ruiz", name="Tomás Ruiz", age=61, anchors=(report.anchor("Tomás Ruiz, 61"),)),
    ),
    claims=(vn.Claim(id="ferry-returns", text="The ferry should come back", kind=vn.ClaimKind.NORM),),
    statements=(
        vn.Statement(
            id="luna-promise",
            speakers=("rosa-luna",),
            capacity="mayor",
            act=vn.Act.COMMISSIVE,
            gist="She will bring the ferry back",
            about=("ferry-returns",),
            said=vn.PartialDate("2020-03-02"),
            attributions=(
                vn.Attribution(
                    mode=vn.Mode.INDIRECT,
                    content=(report.anchor("to bring the ferry back"),),
                    cue=(report.anchor("promised"),),
                    speaker=(report.anchor("Rosa Luna"),),
                ),
            ),
        ),
        vn.Statement(
            id="ruiz-warning",
            speakers=("tomas-ruiz",),
            act=vn.Act.COMMISSIVE,
            gist="Without a boat he will not vote for her",
            condition="if the ferry does not come back",
            quotes=(vn.Quote(text="No boat, no vote", language="en"),),
            attributions=(
                vn.Attribution(
                    mode=vn.Mode.DIRECT,
                    content=(report.anchor("No boat, no vote"),),
                    cue=(report.anchor("said"),),
                    speaker=(report.anchor("fisherman Tomás Ruiz"),),
                ),
            ),
        ),
    ),
    stances=(
        vn.Stance(
            id="luna-for",
            holder="rosa-luna",
            claim="ferry-returns",
            position=vn.Position.FAVOR,
            asserted_by=("rosa-luna",),
            evidence=("luna-promise",),
        ),
    ),
)

vn.write(story, "ferry.yaml")  # needs the extra: pip install 'venezuela-news[yaml]'
assert vn.read("ferry.yaml") == story
print(Path("ferry.yaml").read_text("utf-8"))

# A built story is legal; what can't be is told at once, with all that is wrong.
try:
    vn.Person(id="Rosa Luna", name=" Rosa Luna", age=-1)
except vn.InvalidStory as error:
    print(error)
