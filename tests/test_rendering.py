"""The page that a person reads in a terminal."""

from __future__ import annotations

import re

import attrs
import pytest

import venezuela_news as vn
from venezuela_news import rendering
from venezuela_news._records import ARRAYS
from venezuela_news._terminal import columns, printable
from village import village

STORY = village()
BARE = vn.Story(id="a", title="A", summary="So it is.", language="en", as_of=vn.PartialDate("2020-01-01"))


def hostile():
    """The village, with texts that steer a terminal, hide in it, or take two columns a letter."""
    ann, clerk = STORY.people
    first, second = STORY.claims
    return attrs.evolve(
        STORY,
        title="The \u202eferry\u2066 \u200bof \U000e0041tags",
        summary="村里的人要求渡轮回来。" * 20 + "x" * 500,
        people=(attrs.evolve(ann, name="Ann\tG\u200fray"), attrs.evolve(clerk, description="un\xadseen")),
        claims=(attrs.evolve(first, text="渡轮回来。" * 30), second),
    )


@pytest.mark.parametrize("width", [40, 60, 80, 120, 140, 200, 400])
@pytest.mark.parametrize("color", [True, False])
@pytest.mark.parametrize("story", [STORY, hostile()], ids=["plain", "hostile"])
def test_no_line_is_wider_than_the_page(width, color, story):
    """Every line fits the width, colored or not, and color changes nothing else."""
    page = rendering.page(story, width=width, color=color)
    plain = re.sub("\x1b\\[[0-9;]*m", "", page)
    assert all(columns(line) <= width for line in plain.splitlines())
    assert all(line == line.rstrip() for line in plain.splitlines())
    assert plain == rendering.page(story, width=width)
    assert plain.replace("\n", "") == printable(plain.replace("\n", ""))
    assert ("\x1b" in page) is color


def test_a_page_is_never_too_narrow_to_read():
    """A width below forty columns is taken as forty."""
    assert rendering.page(STORY, width=1) == rendering.page(STORY, width=40)


def test_a_wide_page_has_two_columns_of_the_same():
    """Two columns say what one does."""
    assert set(rendering.page(STORY, width=139).split()) == set(rendering.page(STORY, width=140).split())


def test_the_page_tells_the_story():
    """The page tells what happened, who is who, who stands where, who said what, how much, and what it rests on."""
    page = rendering.page(STORY)
    for words in (
        "The ferry\n2 March 2020: 1 source, 2 people",
        "About 2019\n  - A storm sinks the ferry.\n    in Lake\n",
        "1 March 2020\n  - A meeting in the village.\n    request; in The village; says a clerk of the council\n",
        "By 2 March 2020\n  - The campaign.\n",
        "WHO IS WHO\nPeople\n  Ann Gray, 40: former teacher, a school\n  a clerk of the council\n",
        "Bodies\n  Council: government\n  a school: other, part of Council\n",
        "Countries\n  Chile and Peru\n",
        "Groups\n  the villagers: Ann Gray, and others\n  the valley: the villagers and Chile, and others; without Peru; in The village\n",
        "Places\n  The village, Lake, Chile\n  Lake\n",
        "  for     the valley, says a clerk of the council\n",
        "  against Council\n",
        "  neutral Chile, since 1 February 2020\n",
        "Ann Gray, former teacher, a school\n  - The council should bring the ferry back, if there is money\n",
        "    “bring the ferry back”\n    to Council; speech; 1 March 2020; through a clerk of the council; indirect\n    speech\n",
        "Works\n  The charter: law, Chile, by Council, 1900 to 1999\n  a plan of the lake: other\n",
        "Nobody is named\n  - Chile has no side.\n    indirect speech\n",
        "Summer 2020\n  - A vote on the ferry. (scheduled)\n",
        "2.5 to 30.25 meters: how deep the lake is\n",
        "24 or more people: villagers there\n",
        "about 1 coin: the price\n",
        "2 to 5 boats: boats\n",
        "9 or fewer days: days\n",
        "The lake. (a clerk of the council)\n",
        "paper: a text (en, 2 paragraphs).\n",
    ):
        assert words in page, words


def test_hostile_texts_are_told_with_escapes():
    """What could steer a terminal is seen on the page as an escape, a tab as a space."""
    page = rendering.page(hostile(), width=120)
    assert page.startswith("The \\u202eferry\\u2066 \\u200bof \\U000e0041tags\n")
    assert "Ann G\\u200fray, former teacher, a school\n" in page
    assert "says un\\xadseen" in page


#: How the page shows each kind of record: in a section of its own, or by name where others refer to it.
SHOWN = {
    "sources": "paper: a text",
    "people": "Ann Gray",
    "organizations": "Council",
    "countries": "Chile",
    "groups": "the valley",
    "places": "in Lake",
    "works": "  The charter: law",
    "claims": "The ferry comes back.",
    "statements": "The ferry does not come back.",
    "stances": "  for     the valley",
    "events": "A storm sinks the ferry.",
    "figures": "24 or more people",
    "photos": "The lake.",
}


def test_every_kind_of_record_is_shown():
    """No kind of record is left out of the page."""
    assert list(SHOWN) == list(ARRAYS)
    page = rendering.page(STORY)
    assert [kind for kind, words in SHOWN.items() if words not in page] == []


def test_a_story_without_records_is_its_head():
    """Sections that would be empty are left out."""
    assert rendering.page(BARE) == "A\n1 January 2020\n\nSo it is.\n"


@pytest.mark.parametrize(
    ("date", "words", "rest"),
    [
        ("2020", "2020", ""),
        ("2020-05?", "May 2020", "date uncertain"),
        ("2020-05-06~", "About 6 May 2020", ""),
        ("2020-05-06%", "About 6 May 2020", "date uncertain"),
        ("2020-05-06T07:08:09Z", "6 May 2020 07:08", ""),
        ("19XX", "1900 to 1999", ""),
        ("201X", "The 2010s", ""),
        ("2020-21", "Spring 2020", ""),
        ("2020-24", "Winter 2020", ""),
        ("2020-XX", "A month in 2020", ""),
        ("2020-XX-XX", "A day in 2020", ""),
        ("2020-05-XX", "A day in May 2020", ""),
        ("2019-23/..", "Autumn 2019", "and going on"),
        ("2019/2020", "2019", "until 2020"),
        ("2019?/2020~", "2019", "until about 2020; date uncertain"),
        ("2019/..", "2019", "and going on"),
        ("2019/", "2019", "from then on"),
        ("../2019", "Until 2019", ""),
        ("/2019?", "By probably 2019", ""),
        ("/..", "Still going on", ""),
        ("../..", "At all times", ""),
    ],
)
def test_dates_are_told_in_words(date, words, rest):
    """A date reads as a person would write it; what began together stands together, each with its own end and doubt."""
    event = vn.Event(id="e", label="It happened.", when=vn.parse_date(date))
    page = rendering.page(attrs.evolve(BARE, events=(event,)))
    assert page.endswith(f"\n{words}\n  - It happened.\n" + (f"    {rest}\n" if rest else ""))


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (0.5, 0.5, "percent", "0.5 percent"),
        (1, 1, "percent", "1 percent"),
        (None, 2.25, "meter", "2.25 or fewer meters"),
        (1234567.25, None, "meter", "1,234,567.25 or more meters"),
        (0.0001, 12345678901.2345, "meter", "0.0001 to 12,345,678,901.2345 meters"),
    ],
)
def test_decimal_quantities_are_told_in_words(low, high, unit, words):
    """A decimal number is told with all its digits, thousands apart."""
    figure = vn.Figure(id="f", label="so much", low=low, high=high, unit=unit)
    assert f"\n  {words}: so much\n" in rendering.page(attrs.evolve(BARE, figures=(figure,)))


def test_an_undated_event_is_told_by_what_it_follows():
    """An event without a date stands with what it comes after, or last of all."""
    events = (
        vn.Event(id="one", label="One."),
        vn.Event(id="two", label="Two.", after=("one",)),
        vn.Event(id="three", label="Three.", when=vn.parse_date("/..")),
        vn.Event(id="four", label="Four.", when=vn.parse_date("2019")),
        vn.Event(id="five", label="Five.", when=vn.parse_date("/.."), after=("four",)),
        vn.Event(id="six", label="Six.", after=("five",)),
    )
    page = rendering.page(attrs.evolve(BARE, events=events))
    assert page.partition("WHAT HAPPENED\n")[2] == (
        "2019\n  - Four.\n  - Five.\n    later\n  - Six.\n    later\n"
        "Still going on\n  - Three.\n"
        "No date is told\n  - One.\n  - Two.\n    later\n"
    )


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (None, ""),
        ("2020-03-02", ""),
        ("2020-03-02?/", ""),
        ("2020-03-02/..", ""),
        ("/..", ""),
        ("2020-03-02~", ", about 2 March 2020"),
        ("2020-03-02?", ", probably 2 March 2020"),
        ("2020-03-02~/", ", from about 2 March 2020"),
        ("2020-03-02/2020-05", ", 2 March 2020 to May 2020"),
        ("2019?/..", ", since probably 2019"),
        ("../2020", ", until 2020"),
    ],
)
def test_the_time_of_a_stance_is_told_where_it_is_not_the_day_of_the_story(when, told):
    """A stance that began on the story's day, or at a time unknown, and has no end is told without a time."""
    stance = attrs.evolve(STORY.stances[0], holder="CL", asserted_by=(), when=when and vn.parse_date(when))
    page = rendering.page(attrs.evolve(STORY, stances=(stance,)))
    assert f"  for     Chile{told}\n" in page


@pytest.mark.parametrize("status", vn.EventStatus)
def test_what_did_not_happen_is_told_so(status):
    """An event that is scheduled, called off or supposed is never told as one that happened."""
    page = rendering.page(attrs.evolve(BARE, events=(vn.Event(id="e", label="A vote.", status=status),)))
    assert f"  - A vote.{'' if status == 'occurred' else f' ({status})'}\n" in page


def test_roles_are_told_with_their_bodies_and_times():
    """A role has its body, country and government; what the name or title says is not said again."""
    roles = (
        vn.Role(title="mayor", country="CL", when=vn.parse_date("2013~/.."), disputed=True),
        vn.Role(title="Council speaker", organization="council", under="school", former=True),
        vn.Role(title="former clerk", organization="council", former=True),
    )
    people = (
        vn.Person(id="ann-gray", name="Ann Gray", roles=roles),
        vn.Person(id="clerk", description="the mayor of a village", roles=roles[:1]),
        vn.Person(id="ben", name="Ben", description="a boatman"),
    )
    page = rendering.page(attrs.evolve(STORY, people=people), width=200)
    assert (
        "Ann Gray: mayor, Chile, since about 2013, disputed; former Council speaker, under a school; former clerk, Council\n"
        in re.sub(r"\s*\n    +", " ", rendering.page(attrs.evolve(STORY, people=people)))
    )
    assert "  the mayor of a village: Chile, since about 2013, disputed\n" in rendering.page(
        attrs.evolve(STORY, people=people)
    )
    assert "  Ben: a boatman" in page


def test_who_speaks_is_told_by_name_and_role():
    """The role spoken in stands behind the name, unless the name says it."""
    asks = STORY.statements[0]
    clerk = attrs.evolve(asks, id="clerk-asks", speakers=("clerk",), capacity="clerk")
    guest = attrs.evolve(asks, id="guest-asks", speakers=("CL",), capacity="guest")
    page = rendering.page(attrs.evolve(STORY, statements=(*STORY.statements, clerk, guest)))
    assert "\nA clerk of the council\n  - The council should" in page
    assert "\nChile, guest\n  - The council should" in page


def test_a_teller_is_named_once_a_line():
    """Who tells something is left out where the words name them."""
    figure = vn.Figure(
        id="f", label="boats, by Ann Gray's count", low=3, high=3, unit="boat", asserted_by=("ann-gray", "clerk")
    )
    both = attrs.evolve(figure, id="g", label="oars")
    page = rendering.page(attrs.evolve(STORY, figures=(figure, both)))
    assert "  3 boats: boats, by Ann Gray's count, says a clerk of the council\n" in page
    assert "  3 boats: oars, say Ann Gray and a clerk of the council\n" in page


def test_what_names_nothing_is_called_by_its_id():
    """A record without a name, a label, a title or a description shows by its id."""
    photo = attrs.evolve(STORY.photos[0], credits=("clerk",))
    about = vn.Figure(id="f", label="one", low=1, high=1, unit="person", about=("ann-asks",))
    page = rendering.page(attrs.evolve(STORY, photos=(photo,), figures=(about,)))
    assert "1 person: one" in page
    relayed = attrs.evolve(STORY.statements[0], quotes=(vn.Quote(text="el bote", language="es"),))
    assert "“el bote” (es)" in rendering.page(attrs.evolve(STORY, statements=(relayed, STORY.statements[1])))


def test_a_detached_source_says_how_to_attach_it():
    """A page over digests tells how the reader's copy comes in."""
    page = rendering.page(STORY.detach("paper"), width=120)
    assert "2 paragraphs are not here; who has them attaches them by" in page
    assert "story.attach('paper', text)" in page


def test_problems_are_told_for_the_terminal():
    """Each problem is its severity, file, place and rule, then what was found and what to write."""
    document = vn.unstructure(STORY) | {"title": " A", "language": "en_US"}
    assert rendering.problems(vn.check(document), name="story.json") == (
        'error story.json: $.title [untrimmed-text]\n  " A" has white space at an end\n  → write "A"\n'
        'error story.json: $.language [bad-language]\n  "en_US" is not a well-formed BCP 47 language tag\n'
        "  → write 'en-US', if that is meant\n"
    )
    assert rendering.problems(vn.check(document), name="f", color=True).startswith("\x1b[31merror\x1b[0m ")


def test_a_place_may_hold_anything():
    """A key with a colon, or with what steers a terminal, is shown whole; so is a file's name."""
    document = vn.unstructure(STORY) | {"a: \x1b[2Jb": 1}
    told = rendering.problems(vn.check(document), name="\u202eb: c.json")
    assert told.startswith('error \\u202eb: c.json: $["a: \\u001b[2Jb"] [unknown-key]\n')
    assert told.replace("\n", "") == printable(told.replace("\n", ""))


def test_problems_of_any_words_are_safe():
    """Words of a problem that somebody else made are escaped as well."""
    problem = vn.Problem(("id",), "bad-id", "it is \x1b[31mred", "paint it \u2067")
    told = rendering.problems([problem], name="f")
    assert told == "error f: $.id [bad-id]\n  it is \\x1b[31mred\n  → paint it \\u2067\n"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (STORY, "a Story; give problems, as vn.check gives them: use vn.check(story)"),
        (vn.check("[]")[0], "a Problem; give problems, as vn.check gives them: use (problem,)"),
        (vn.InvalidStory(vn.check("[]")), "a InvalidStory; give problems, as vn.check gives them: use error.problems"),
        ("bad", 'the text "bad"; give problems, as vn.check gives them'),
        (5, "the number 5; give problems, as vn.check gives them"),
        ([5], "the number 5; give problems, as vn.check gives them"),
    ],
    ids=["a story", "one problem", "an error", "a text", "a number", "a list"],
)
def test_what_is_no_problem(given, told):
    """What is no collection of problems is refused, with what to write instead."""
    with pytest.raises(TypeError) as caught:
        rendering.problems(given, name="f")
    assert str(caught.value) == f"the argument 'found' is {told}"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (lambda: rendering.page("s.json"), "'story' is the text \"s.json\"; give a Story: use vn.read(path)"),
        (lambda: rendering.page(STORY, width="80"), "'width' is the text \"80\"; give a number of columns: 80"),
        (lambda: rendering.page(STORY, color="no"), "'color' is the text \"no\"; give True or False"),
        (lambda: rendering.problems((), name=None), "'name' is null (None); give a text"),
        (lambda: rendering.problems((), name="f", width=2.5), "'width' is the number 2.5; give a number of columns"),
        (lambda: rendering.problems((), name="f", color=1), "'color' is the number 1; give True or False"),
    ],
    ids=["a name", "a width", "a color", "no name", "half a column", "a number"],
)
def test_arguments_of_another_type(wrong, told):
    """An argument of another type is refused by its name, with what to write."""
    with pytest.raises(TypeError) as caught:
        wrong()
    assert str(caught.value) == f"the argument {told}"


def test_a_width_below_one():
    """A width below one column is refused."""
    with pytest.raises(ValueError, match="'width' is 0; give a number of columns from 1 on"):
        rendering.page(STORY, width=0)
    with pytest.raises(ValueError, match="'width' is -1; give a number of columns from 1 on"):
        rendering.problems((), name="f", width=-1)
