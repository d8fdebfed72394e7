"""Rare texts and quotations: what happens at the edges of the definitions, one example for each."""

from __future__ import annotations

import unicodedata

import attrs

import venezuela_news as vn
from venezuela_news._grounding._paragraphs import ParagraphMap
from venezuela_news._matching import _context
from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._matching._characters import in_order
from venezuela_news._matching._letters import letters_agree
from venezuela_news._matching._occurrences import occurrences
from venezuela_news._matching._seams import Sides, seams_agree
from venezuela_news.grounding import AdoptionStatus, Fold, Outcome, Status, Target, Text, adopt, ground, locate


def found(text: str, quote: str) -> str:
    """The text at the one place of a grounded quotation."""
    location = locate(text, quote)
    assert location.span is not None, f"{quote!r} is {location.outcome}"
    start, end = location.span
    return text[start:end]


def story_of(source: vn.Source, **arrays: object) -> vn.Story:
    """A story of one source."""
    day = vn.PartialDate("2020-03-02")
    return vn.Story(id="one", title="One", summary="One.", language="en", as_of=day, sources=(source,), **arrays)


# -- where a place begins and ends ------------------------------------------------------------------------


def test_a_number_sign_is_one_grapheme_with_its_digits():
    """No place begins between an Arabic number sign and the digit that it stands over."""
    assert not is_boundary("\u0600\u0661", 1)


def test_what_is_invisible_does_not_part_a_denial():
    """Behind an invisible space a negator still belongs to its verb, and the sign behind the verb is free."""
    text = "不\u200b支持"
    assert [is_boundary(text, index) for index in range(5)] == [True, False, False, True, True]


def test_an_emoji_of_another_skin_tone_is_another():
    """No fold takes a skin tone off an emoji; a selector of its form is invisible."""
    assert locate("So we win👍🏽 now", "we win👍").outcome is Outcome.ALTERED
    location = locate("So we win❤\ufe0f now", "we win❤")
    assert (location.span, location.folds) == ((3, 11), (Fold.INVISIBLES,))


def test_a_percentage_is_no_part_of_another():
    """A number with its sign does not stand inside a longer number; a space before the sign is spacing."""
    assert not locate("It rose 52 % and 5", "2%").grounded
    assert not locate("It rose 5 and 52 %", "5%").grounded
    assert found("It rose 5 % a year", "5%") == "5 %"
    assert found("IT ROSE 5% A YEAR", "it rose 5%") == "IT ROSE 5%"


def test_letters_do_not_move_from_one_word_to_the_next():
    """The same letters, parted at another place, are other words."""
    assert locate("He met Ana Belen there", "Anab elen").outcome is Outcome.MISSING


def test_what_only_stretches_letters_says_nothing_alone():
    """A stretching sign that stands alone before a quotation is no word of it, and hides no word of the text."""
    location = locate("We go", "\u0640 We go")
    assert (location.outcome, location.spans) == (Outcome.ALTERED, ((0, 5),))


def test_invisible_references_around_a_quotation_are_no_part_of_it():
    """A reference to an invisible space before or behind the words is passed over."""
    assert found("So we go home.", "&#8203;we go&#8203;") == "we go"


# -- how it is spelled there ------------------------------------------------------------------------------


def test_a_reference_to_a_sign_is_the_sign_and_begins_no_tag():
    """`&lt;` is read as a sign of the text."""
    location = locate("so a &lt; b then", "a < b")
    assert (location.span, location.folds) == ((3, 11), (Fold.MARKUP,))


def test_a_tag_that_breaks_the_line_is_white_space_with_the_spaces_around_it():
    """However many spaces and breaks stand between two words, they are one."""
    location = locate("So we <br> go on", "we go on")
    assert (location.outcome, location.folds) == (Outcome.NORMALIZED, (Fold.WHITE_SPACE, Fold.MARKUP))


def test_one_fold_that_explains_all_is_named_alone():
    """Two spaces behind a comma are white space or spacing: beside a lacking one they are spacing."""
    assert locate("Well,  we go, then", "Well, we go, then").folds == (Fold.WHITE_SPACE,)
    assert locate("Well, we go,then we stay", "Well,  we go, then we stay").folds == (Fold.SPACING,)


def test_what_is_the_same_agrees_without_any_fold():
    """No fold is needed for a run or a seam to be itself."""
    assert letters_agree("Á", "Á", frozenset())
    assert seams_agree(" , ", " , ", Sides("a", "a"), frozenset())


def test_a_long_run_of_marks_is_ordered_as_unicode_does():
    """More marks than Python orders quickly come in canonical order, a mark without a class parting them."""
    marks = "\u0301\u0323" * 20 + "\u20dd" + "\u0308\u0327" * 20
    assert in_order(f"a{marks}b") != f"a{marks}b"
    assert in_order(f"a{marks}b") == unicodedata.normalize("NFD", f"a{marks}b")


def test_a_part_that_repeats_itself_is_found_at_each_period():
    """Places that overlap are all found, in a run of the part's period and behind it."""
    assert list(occurrences("ab" * 9 + "-ababab", "abab")) == [*range(0, 16, 2), 19, 21]
    assert list(occurrences("aab" * 9 + "-aabaa", "aabaa")) == [*range(0, 24, 3), 28]


# -- gaps and interruptions -------------------------------------------------------------------------------


def test_a_fragment_before_all_others_is_not_taken():
    """The fragments of a quotation stand in its order, the closest ones: what stands before the first is passed over."""
    assert locate("b c a b c", "a … b … c").span == (4, 9)


def test_a_fragment_may_come_twice():
    """The second place of a fragment that is quoted twice stands behind the first."""
    assert locate("We said no, and again no.", "no … no").span == (8, 24)


def test_brackets_stand_for_words_and_not_for_the_signs_beside_them():
    """What brackets stand for begins and ends with a word."""
    for text in ("We met the others § left", "We met, the others, left", "We met § the others left"):
        (replacement,) = locate(text, "We met [them] left").replaced
        assert replacement.found == "the others"


def test_two_interruptions_with_a_piece_between_them_are_no_single_one():
    """An ellipsis over two interruptions leaves out what was said between them, and leads into another quotation."""
    location = locate("“We go,” she said, “home now,” he added, “and stay”", "We go … and stay")
    assert [callout.kind.value for callout in location.callouts] == ["quotation"]
    assert locate("“We go,” she said, “and stay”", "We go … and stay").callouts == ()


def test_a_dash_between_two_interruptions_is_no_piece():
    """A piece of a quotation holds a word."""
    text = "“We go,” she said, “—” he said, “and stay”"
    parts = locate(text, "We go — and stay").parts
    assert [text[start:end] for start, end in parts] == ["We go", "and stay"]


def test_a_french_interruption_begins_before_or_behind_the_mark():
    """A comma may stand inside of spaced guillemets or outside."""
    for closing in (", »", " »,"):
        text = f"« On a perdu{closing} dit-elle, « et on rentre »"
        assert [text[low:high] for low, high in locate(text, "On a perdu, et on rentre").parts] == [
            "On a perdu",
            "et on rentre",
        ]


def test_a_paragraph_that_opens_no_quotation_again_ends_it():
    """A mark that opens a line is the next paragraph's of a quotation, unless a paragraph without one came between."""
    again = "“We go home.\n\n“Nobody came,” he said"
    assert found(again, "We go home. Nobody came") == "We go home.\n\n“Nobody came"
    ended = "“We go home.\n\nThe rest stays.\n“Nobody came,” he said"
    assert locate(ended, "The rest stays. Nobody came").outcome is Outcome.ALTERED


# -- stories ----------------------------------------------------------------------------------------------


def test_what_is_now_denied_is_called_out_where_it_moved():
    """Words anchored as said that an edit put behind a negation are moved, with the negation called out."""
    source = vn.Source(id="paper", language="en", paragraphs=("They asked to go home.",))
    content = source.anchor("asked to go home")
    statement = vn.Statement(
        id="asks", gist="They go.", attributions=(vn.Attribution(mode=vn.Mode.INDIRECT, content=(content,)),)
    )
    report = ground(story_of(source, statements=(statement,)), {"paper": "They never asked  to go home."})
    (finding,) = report.with_target(Target.CONTENT)
    assert finding.status is Status.MOVED
    assert [(callout.kind.value, callout.text) for callout in finding.callouts] == [("negation", "They never")]


def test_of_very_many_places_the_closest_are_looked_at():
    """Among hundreds of equal places of words that moved, one close to the old place is taken for the new one."""
    source = vn.Source(id="paper", language="en", paragraphs=(f"{'and ' * 400}so on.",))
    anchor = attrs.evolve(source.anchor("and", nth=300))
    ann = vn.Person(id="ann", name="Ann", anchors=(anchor,))
    (finding,) = ground(story_of(source, people=(ann,)), {"paper": f"On {'and ' * 400}so on."})
    assert finding.status in {Status.MOVED, Status.AMBIGUOUS}
    assert all(abs(place.start - anchor.start) <= 4 * 101 for place in finding.places)
    assert len(finding.places) <= 200


def test_a_paragraph_that_is_as_it_was_is_likeliest_where_it_now_stands():
    """The new number of an unchanged paragraph is no guess."""
    assert ParagraphMap(("One.", "Two."), ("New.", "One.", "Two.")).likeliest(1) == 2


def test_a_name_without_a_letter_names_nobody():
    """Whether a mention is of somebody called by a sign alone stays undecided."""
    source = vn.Source(id="paper", language="en", paragraphs=("Ann said: “We go.”",))
    attribution = vn.Attribution(
        mode=vn.Mode.DIRECT, content=(source.anchor("We go"),), speaker=(source.anchor("Ann"),)
    )
    statement = vn.Statement(id="says", gist="They go.", speakers=("sign",), attributions=(attribution,))
    story = story_of(source, people=(vn.Person(id="sign", name="☮"),), statements=(statement,))
    (finding,) = ground(story).with_target(Target.CREDIT)
    assert (finding.status, finding.names) == (Status.UNDECIDED, ())


# -- adoption ---------------------------------------------------------------------------------------------


def test_attributes_that_hold_themselves_are_read_once():
    """A circle of attributes of an extraction ends."""
    attributes: dict[str, object] = {"speaker": "Ann Gray"}
    attributes["attributes"] = attributes
    (entry,) = adopt([{"quote": "We go home", "attributes": attributes}], "Ann Gray said: “We go home.”").entries
    assert (entry.status, entry.speakers) == (AdoptionStatus.ADOPTED, ("Ann Gray",))


def test_the_data_of_an_adoption_has_only_what_there_is():
    """An entry that was skipped has no place and no location; one that was adopted has no reason."""
    adoption = adopt([{"quote": "We go home", "speaker": "Ann Gray"}, {}, 5], "Ann Gray said: “We go home.”")
    data = adoption.as_dict()
    assert data["story"] == adoption.story.id
    assert data["ok"] == adoption.ok
    assert data["counts"]["adopted"] == 1
    placed, *others = data["entries"]
    assert placed["speakers"] == ["Ann Gray"]
    assert "reason" not in placed
    for entry in others:
        assert entry["reason"]
        assert {"location", "places", "speakers", "statement"}.isdisjoint(entry)
    assert "We go home" not in adoption.render()


def test_many_searches_in_one_text_find_what_the_first_finds():
    """Once many quotations were looked for, tokens are looked up: what is found stays the same."""
    text = "to be or not to be, he said; " * 40 + "the bridge is open and the ferry is closed at last"
    quotes = [
        "the bridge is open",
        "bridge is open and",
        "to be or not to be",
        "or not to be",
        "be or not to",
        "the bridge was open",
        "said the bridge is open",
        "closed at last",
        "at last",
        "open",
    ]
    often = Text(text)
    for _ in range(3):
        for quote in quotes:
            assert locate(often, quote) == locate(text, quote)
    for quote in quotes:
        assert locate(often, quote) == locate(text, quote)


def test_what_is_remembered_of_tokens_is_bounded(monkeypatch):
    """A text of very many words takes no more memory than is set aside for them."""
    monkeypatch.setattr(_context, "_MOST_KNOWN", len(_context._IS_CALM) + 2)
    for number in range(5):
        word = "".join("abcdefghij"[int(digit)] for digit in str(77_000 + number))
        text = f"so said they {word} here and there. The bridge is open now, said {word} here."
        assert locate(text, "The bridge is open").outcome is Outcome.FOUND
    assert len(_context._IS_CALM) <= _context._MOST_KNOWN


def test_a_text_that_begins_with_a_mark_is_a_text():
    """Marks and invisible characters before the first word hide nothing; alone, the invisible are no text."""
    assert locate("“Open”", "Open").outcome is Outcome.FOUND
    assert locate("\u200b \u200b", "Open").outcome is Outcome.UNCHECKED
