"""Facts of a story that a tester looks for: each a question about a story, and how small a story has it."""

from __future__ import annotations

import venezuela_news as vn


def _dates(story):
    return [
        *(it.when for it in story.events),
        *(it.said for it in story.statements),
        *(it.when for it in story.stances),
    ]


def a_country_that_inherits_through_two_groups(story):
    """A country has a position that a group takes in which a group is that lists the country."""
    inner = {country.id: [it for it in story.groups if country.id in it.members] for country in story.countries}
    return any(
        why.inferred and why.position is not None and not {it.id for it in inner[country.id]}.intersection(why.via)
        for country in story.countries
        if inner[country.id]
        for claim in story.claims
        for why in [story.explain_position(country.id, claim.id)]
    )


def two_opposed_stances(story):
    """Somebody takes two positions on one claim at a time."""
    return any(conflict.rule == "opposed-stances" for conflict in story.conflicts())


def two_favored_rivals(story):
    """Somebody favors two claims that cannot hold together."""
    return any(conflict.rule == "favored-rivals" for conflict in story.conflicts())


def an_interrupted_quotation(story):
    """A statement's quotation leaves words out, and is anchored in two spans of one attribution."""
    return any(
        "…" in quote.text and any(len(it.content) > 1 for it in statement.attributions)
        for statement in story.statements
        for quote in statement.quotes
    )


def a_relayed_statement(story):
    """A statement is known through somebody who is no speaker of it."""
    return any(set(it.relayed_by) - set(it.speakers) and it.speakers for it in story.statements)


def an_open_interval(story):
    """Something began and has no end."""
    return any(isinstance(date, vn.Interval) and date.text.endswith("/..") for date in _dates(story))


def an_uncertain_date(story):
    """Something is dated, and the date is uncertain."""
    return any(date is not None and "?" in date.text for date in _dates(story))


def a_chain_of_three(story):
    """A statement comes after an event that comes after another."""
    events = {it.id: it for it in story.events}
    return any(earlier in events and events[earlier].after for it in story.statements for earlier in it.after)


def a_cancelled_event_inside_another(story):
    """An event that was cancelled was to be a part of another."""
    return any(it.status is vn.EventStatus.CANCELLED and it.within for it in story.events)


def a_quotation_of_a_hidden_text(story):
    """A statement with a quotation is anchored in a source of which there are digests alone."""
    hidden = {source.id for source in story.sources if source.digests}
    return any(
        anchor.source in hidden
        for it in story.statements
        if it.quotes
        for attribution in it.attributions
        for anchor in attribution.content
    )


def a_range_of_decimals(story):
    """A figure has both bounds, and one is no whole number."""
    return any(
        it.low is not None and it.high is not None and (isinstance(it.low, float) or isinstance(it.high, float))
        for it in story.figures
    )


def a_group_without_a_member(story):
    """A group in another group excludes an actor that the other lists."""
    groups = {it.id: it for it in story.groups}
    return any(
        set(outer.members) & set(groups[inner].excludes)
        for outer in story.groups
        for inner in outer.members
        if inner in groups
    )


FACTS = (
    (a_country_that_inherits_through_two_groups, 5),
    (two_opposed_stances, 4),
    (two_favored_rivals, 5),
    (an_interrupted_quotation, 2),
    (a_relayed_statement, 4),
    (an_open_interval, 2),
    (an_uncertain_date, 2),
    (a_chain_of_three, 4),
    (a_cancelled_event_inside_another, 2),
    (a_quotation_of_a_hidden_text, 2),
    (a_range_of_decimals, 1),
    (a_group_without_a_member, 3),
)
"""Each fact, and how many records a story needs for it; a date may be an event's, or a statement's with its source."""
