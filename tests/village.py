"""A small story of our own for examples in tests: a village, its ferry, and who wants it back."""

from __future__ import annotations

import venezuela_news as vn

TEXT = "Ann Gray asked the council to bring the ferry back.\n\nLater the council said no. Chile took no side.\n"

LINES = tuple(line for line in TEXT.splitlines() if line)
SOURCE = vn.Source(id="paper", language="en", modified=vn.PartialDate("2020-03-03"), paragraphs=LINES)


def village() -> vn.Story:
    """The story, legal and without doubts."""
    asked = SOURCE.anchor("asked")
    return vn.Story(
        id="ferry",
        title="The ferry",
        summary="A village asks for its ferry.",
        language="en",
        as_of=vn.PartialDate("2020-03-02"),
        sources=(SOURCE,),
        people=(
            vn.Person(
                id="ann-gray",
                name="Ann Gray",
                aliases=("Gray",),
                age=40,
                roles=(vn.Role(title="teacher", organization="school", former=True),),
                same_as=("https://example.org/ann-gray",),
                anchors=(SOURCE.anchor("Ann Gray"),),
            ),
            vn.Person(id="clerk", description="a clerk of the council"),
        ),
        organizations=(
            vn.Organization(id="council", name="Council", kind=vn.OrganizationKind.GOVERNMENT),
            vn.Organization(id="school", description="a school", kind=vn.OrganizationKind.OTHER, parent="council"),
        ),
        countries=(vn.Country(id="CL", name="Chile"), vn.Country(id="PE", name="Peru")),
        groups=(
            vn.Group(id="villagers", label="the villagers", members=("ann-gray",)),
            vn.Group(id="valley", label="the valley", members=("villagers", "CL"), excludes=("PE",), within="village"),
        ),
        places=(
            vn.Place(id="village", name="The village", country="CL", within="lake"),
            vn.Place(id="lake", name="Lake"),
        ),
        works=(
            vn.Work(
                id="charter",
                title="The charter",
                kind=vn.WorkKind.LAW,
                creators=("council",),
                country="CL",
                when=vn.PartialDate("19XX"),
                same_as=("https://example.org/charter",),
                anchors=(SOURCE.anchor("council", paragraph=0),),
            ),
            vn.Work(id="plan", description="a plan of the lake", kind=vn.WorkKind.OTHER),
        ),
        claims=(
            vn.Claim(id="ferry-returns", text="The ferry comes back.", kind=vn.ClaimKind.NORM, rivals=("ferry-stays",)),
            vn.Claim(id="ferry-stays", text="The ferry stays away.", kind=vn.ClaimKind.NORM),
        ),
        statements=(
            vn.Statement(
                id="ann-asks",
                speakers=("ann-gray",),
                capacity="teacher",
                act=vn.Act.DIRECTIVE,
                gist="The council should bring the ferry back.",
                condition="if there is money",
                quotes=(vn.Quote(text="bring the ferry back", language="en"),),
                to=("council",),
                about=("ferry-returns",),
                channel=vn.Channel.SPEECH,
                said=vn.PartialDate("2020-03-01"),
                occasion="meeting",
                relayed_by=("clerk",),
                attributions=(
                    vn.Attribution(
                        mode=vn.Mode.INDIRECT,
                        content=(SOURCE.anchor("bring the ferry back"),),
                        cue=(asked,),
                        speaker=(SOURCE.anchor("Ann Gray"),),
                    ),
                ),
            ),
            vn.Statement(
                id="council-refuses",
                speakers=("council",),
                act=vn.Act.ASSERTIVE,
                gist="The ferry does not come back.",
                after=("ann-asks",),
                attributions=(vn.Attribution(mode=vn.Mode.DIRECT, content=(SOURCE.anchor("no", nth=0),)),),
            ),
            vn.Statement(
                id="rumor",
                gist="Chile has no side.",
                about=("charter",),
                attributions=(vn.Attribution(mode=vn.Mode.INDIRECT, content=(SOURCE.anchor("took no side"),)),),
            ),
        ),
        stances=(
            vn.Stance(
                id="valley-for",
                holder="valley",
                claim="ferry-returns",
                position=vn.Position.FAVOR,
                asserted_by=("clerk",),
                evidence=("ann-asks", "meeting"),
                anchors=(SOURCE.anchor("ferry"),),
            ),
            vn.Stance(id="council-against", holder="council", claim="ferry-returns", position=vn.Position.AGAINST),
            vn.Stance(
                id="chile-neutral",
                holder="CL",
                claim="ferry-returns",
                position=vn.Position.NEUTRAL,
                when=vn.Interval("2020-02-01/.."),
                anchors=(SOURCE.anchor("Chile"),),
            ),
        ),
        events=(
            vn.Event(id="storm", label="A storm sinks the ferry.", when=vn.PartialDate("2019~"), where="lake"),
            vn.Event(
                id="meeting",
                label="A meeting in the village.",
                when=vn.PartialDate("2020-03-01"),
                where="village",
                within="campaign",
                after=("storm",),
                actors=("villagers",),
                targets=("council",),
                category=vn.Category.REQUEST,
                asserted_by=("clerk",),
                anchors=(SOURCE.anchor("council", paragraph=0),),
            ),
            vn.Event(id="campaign", label="The campaign.", when=vn.Interval("/2020-03-02")),
            vn.Event(
                id="vote", label="A vote on the ferry.", status=vn.EventStatus.SCHEDULED, when=vn.PartialDate("2020-22")
            ),
        ),
        figures=(
            vn.Figure(id="crowd-size", label="villagers there", low=24, unit="person", about=("meeting",)),
            vn.Figure(id="price", label="the price", low=1, high=1, unit="coin", approximate=True),
            vn.Figure(id="depth", label="how deep the lake is", low=2.5, high=30.25, unit="meter"),
            vn.Figure(id="boats", label="boats", low=2, high=5, unit="boat"),
            vn.Figure(id="days", label="days", high=9, unit="day", anchors=(SOURCE.anchor("Later"),)),
        ),
        photos=(
            vn.Photo(
                id="photo", caption="The lake.", credits=("clerk",), depicts=("lake",), taken=vn.PartialDate("2020")
            ),
        ),
    )
