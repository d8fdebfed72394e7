"""The pytest plugin, as the test suites of others see it."""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path

import attrs
import pytest
from hypothesis import given

import pytest_venezuela_news as plugin
import venezuela_news as vn
from venezuela_news import corpus, strategies
from village import village

INSTALLED = bool(metadata.entry_points(group="pytest11", name="pytest_venezuela_news"))
"""Whether pytest finds the plugin by its entry point, as it does when the wheel is installed."""

FIXTURES = (
    "venezuela_case",
    "venezuela_corpus",
    "venezuela_document",
    "venezuela_language",
    "venezuela_schema",
    "venezuela_stories",
    "venezuela_story",
    "venezuela_text",
    "venezuela_texts",
)

FRESH = {"venezuela_case", "venezuela_document", "venezuela_schema"}
"""Those that are made anew for each test."""


@pytest.fixture
def project(pytester, monkeypatch):
    """An empty project whose sessions have the plugin, are strict, and shorten what is long."""
    for name in ("CI", "BUILD_NUMBER", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name, raising=False)
    # Where pytest-randomly is installed, it is kept from shuffling the projects too: some tests look at the order of cases.
    pytester.makepyprojecttoml(
        '[tool.pytest]\nstrict = true\naddopts = ["-p", "no:randomly"]\nempty_parameter_set_mark = "fail_at_collect"\n'
    )
    if not INSTALLED:
        # From the source tree only: site-packages before the standard library would put a backport in its place.
        monkeypatch.setenv("PYTHONPATH", str(Path(plugin.__file__).parent))
        monkeypatch.setenv("PYTEST_PLUGINS", "pytest_venezuela_news")
    return pytester


def passes(project, code, *options, **counts):
    """Run a test module in the project; all its tests pass."""
    project.makepyfile(code)
    result = project.runpytest_inprocess(*options)
    result.assert_outcomes(**(counts or {"passed": code.count("def test_")}))
    return result


def test_installing_the_package_installs_the_plugin(root):
    """The project names the plugin as an entry point of pytest, and an installed package has it."""
    assert 'pytest_venezuela_news = "pytest_venezuela_news"' in (root / "pyproject.toml").read_text("utf-8")
    if INSTALLED:
        (entry,) = metadata.entry_points(group="pytest11", name="pytest_venezuela_news")
        assert entry.value == "pytest_venezuela_news"


@pytest.mark.parametrize("autoload", [True, False], ids=["autoload", "no-autoload"])
@pytest.mark.parametrize("way", ["option", "conftest"])
def test_the_plugin_can_be_asked_for_by_its_module(project, monkeypatch, way, autoload):
    """`-p` and `pytest_plugins` name the module, beside autoloading and without it, and the plugin is there once."""
    if not autoload:
        monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
        monkeypatch.delenv("PYTEST_PLUGINS", raising=False)
    if way == "conftest":
        project.makeconftest('pytest_plugins = ["pytest_venezuela_news"]')
    project.makepyfile(
        """
        def test_once(venezuela_story, pytestconfig):
            plugins = pytestconfig.pluginmanager.list_name_plugin()
            assert [name for name, plugin in plugins if "venezuela" in repr(plugin)] == ["pytest_venezuela_news"]
        """
    )
    options = ["-p", "pytest_venezuela_news"] if way == "option" else []
    project.runpytest_inprocess(*options).assert_outcomes(passed=1)


def test_the_plugin_can_be_turned_off_by_its_name(project):
    """`-p no:` with the module's name leaves a session without the fixtures."""
    project.makepyfile("def test_story(venezuela_story): pass")
    result = project.runpytest_inprocess("-p", "no:pytest_venezuela_news")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*fixture 'venezuela_story' not found"])


def test_the_guide_runs_as_a_test_module(project, root):
    """The Python of the how-to guide, put together, is a module whose tests pass."""
    guide = (root / "docs" / "how-to" / "test-with-pytest.md").read_text("utf-8")
    code = "\n\n".join(re.findall(r"^```python\n(.+?)^```$", guide, re.MULTILINE | re.DOTALL))
    cases = [case for case in corpus.cases("invalid") if "out-of-range" in {problem.rule for problem in case.problems}]
    passes(
        project, code, passed=code.count("def test_") + len(cases)
    )  # one more in two languages, one less for the one with cases
    (one,) = re.findall(r"`pytest (-k [^`]+)`", guide)
    project.makepyfile('import pytest\n@pytest.mark.venezuela_cases("invalid")\ndef test_it(venezuela_case): pass\n')
    project.runpytest_inprocess(*one.split()).assert_outcomes(passed=1, deselected=len(corpus.cases("invalid")) - 1)


# -- what a session pays ----------------------------------------------------------------------------

TELLS_WHAT_IS_IMPORTED = """
    import atexit, pathlib, sys

    def tell(modules=sys.modules):
        ours = {"venezuela_news", "pytest_venezuela_news", "venezuela_news._comparison"}
        names = (ours | {"cattrs"}) & set(modules)  # some versions of Hypothesis' plugin import attrs
        pathlib.Path("imported.txt").write_text(" ".join(sorted(names)))

    atexit.register(tell)
"""


@pytest.mark.parametrize("options", [(), ("--collect-only",), ("--fixtures",), ("--markers",)], ids=" ".join)
def test_a_session_that_does_not_use_the_plugin_imports_the_package_at_no_point(project, options):
    """From its start to its end, failures and comparisons included, the session has the plugin and not the package."""
    project.makeconftest(TELLS_WHAT_IS_IMPORTED)
    project.makepyfile(
        """
        import pytest

        @pytest.mark.parametrize("n", [1, 2])
        def test_fine(n, tmp_path): pass

        class Word:
            def __init__(self, text): self.text = text

        def test_strings(): assert "a" == "b"
        def test_tuples(): assert (1, 2) == (1, 3)
        def test_objects(): assert Word("a") == Word("b")
        """
    )
    result = project.runpytest_subprocess(*options)
    if not options:
        result.assert_outcomes(passed=2, failed=3)
    assert (project.path / "imported.txt").read_text() == "pytest_venezuela_news"


def test_a_session_that_uses_a_fixture_imports_the_package(project):
    """The witness of the test above sees an import where there is one."""
    project.makeconftest(TELLS_WHAT_IS_IMPORTED)
    project.makepyfile("def test_story(venezuela_story): assert venezuela_story.people")
    project.runpytest_subprocess("-W", "error").assert_outcomes(passed=1)
    assert "venezuela_news" in (project.path / "imported.txt").read_text().split()


def test_without_the_extras_the_plugin_works(project):
    """Where Hypothesis, ruamel.yaml and msgpack are missing, fixtures, cases and messages are there."""
    project.makeconftest("import sys\nsys.modules.update(dict.fromkeys(['hypothesis', 'ruamel', 'msgpack']))")
    project.makepyfile(
        """
        import pytest
        import venezuela_news as vn

        def test_document(venezuela_document, venezuela_schema, venezuela_text):
            assert not vn.check(venezuela_document)

        @pytest.mark.venezuela_cases("doubtful")
        def test_case(venezuela_case):
            assert vn.check(venezuela_case.data)

        def test_differ():
            assert vn.Person(id="ann", name="Ann") == vn.Person(id="ann", name="Anne")

        def test_strategies():
            with pytest.raises(vn.MissingExtra, match=r"strategies needs an extra: pip install 'venezuela-news\\[hypothesis\\]'"):
                vn.strategies
        """
    )
    result = project.runpytest_subprocess("-W", "error", "-p", "no:hypothesispytest")
    result.assert_outcomes(passed=2 + len(corpus.cases("doubtful")), failed=1)
    result.stdout.fnmatch_lines(["E * assert Person 'ann' == Person 'ann'", "E * name: 'Ann' != 'Anne'"])


# -- fixtures ---------------------------------------------------------------------------------------


def test_the_fixtures_are_those_of_the_package(project):
    """Each fixture has the package's prefix and is explained in `--fixtures`, and nothing is autouse."""
    found = {
        name
        for name in vars(plugin)
        if isinstance(getattr(plugin, name), pytest.FixtureDef | type(plugin.venezuela_story))
    }
    assert tuple(sorted(found)) == FIXTURES
    shown = project.runpytest_inprocess("--fixtures", "-v").stdout.str()
    for name in FIXTURES:
        scope = "" if name in FRESH else r" \[session scope\]"
        assert re.search(rf"^{name}{scope} -- .*\n    \S", shown, re.MULTILINE), name
    passes(project, "def test_none(request): assert set(request.fixturenames) == {'request'}")


def test_frozen_fixtures_live_as_long_as_the_session_and_plain_data_is_fresh(project):
    """A test that empties the document and the schema leaves the next one its own; the story is the same for both."""
    passes(
        project,
        """
        import pytest
        import venezuela_news as vn

        seen = []

        @pytest.mark.parametrize("n", [1, 2])
        def test_each(n, venezuela_story, venezuela_document, venezuela_schema, venezuela_texts, venezuela_corpus):
            assert vn.structure(venezuela_document) == venezuela_story
            assert venezuela_schema == vn.schema()
            seen.append((venezuela_story, venezuela_texts, venezuela_corpus))
            assert all(a is b for a, b in zip(seen[0], seen[-1]))
            venezuela_document["people"][0].clear()
            venezuela_schema.clear()

        def test_texts(venezuela_texts, venezuela_text):
            assert sorted(venezuela_texts) == ["en", "es"]
            assert venezuela_text == venezuela_texts["en"]
            with pytest.raises(TypeError):
                venezuela_texts["fr"] = ""

        @pytest.mark.parametrize("n", [1, 2])
        def test_stories(n, venezuela_stories, venezuela_corpus):
            assert venezuela_stories is venezuela_corpus.stories()
            assert {id: story.id for id, story in venezuela_stories.items()} == {id: id for id in venezuela_stories}
            with pytest.raises(TypeError):
                venezuela_stories["fr"] = None
        """,
        passed=5,
    )


def test_the_language_and_the_story_can_be_overridden(project):
    """A project's own `venezuela_language` chooses the text, and its own `venezuela_story` the document."""
    passes(
        project,
        """
        import pytest
        import venezuela_news as vn

        @pytest.fixture(scope="session", params=["en", "es"])
        def venezuela_language(request): return request.param

        @pytest.fixture
        def venezuela_story(venezuela_story):
            return vn.Story(id="mine", title="Mine", summary="Mine.", language="en", as_of=venezuela_story.as_of)

        def test_text(venezuela_text, venezuela_texts, venezuela_language):
            assert venezuela_text == venezuela_texts[venezuela_language]

        def test_document(venezuela_document): assert venezuela_document["id"] == "mine"
        """,
        passed=3,
    )


def test_a_language_without_a_text_is_told_in_one_line(project):
    """The error names the languages that there are, and shows no code."""
    project.makepyfile(
        """
        import pytest

        @pytest.fixture(scope="session")
        def venezuela_language(): return "fr"

        def test_text(venezuela_text): pass
        """
    )
    result = project.runpytest_inprocess()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["venezuela_language is 'fr'; there are texts in en, es"])
    assert "pytest_venezuela_news.py" not in result.stdout.str()


# -- cases ------------------------------------------------------------------------------------------


def test_a_marked_test_runs_with_every_case_of_the_kinds(project):
    """Each case of a kind is one test, in the corpus's order, and what it expects is what the library says."""
    result = passes(
        project,
        """
        import pytest
        import venezuela_news as vn

        @pytest.mark.venezuela_cases("valid", "doubtful", "valid")
        def test_legal(venezuela_case):
            vn.structure(venezuela_case.data)

        @pytest.mark.venezuela_cases("grounding")
        def test_grounding(venezuela_case):
            assert venezuela_case.kind == "grounding"
            assert venezuela_case.outcome
        """,
        "-v",
        passed=sum(len(corpus.cases(kind)) for kind in ("valid", "doubtful", "grounding")),
    )
    ids = re.findall(r"::test_legal\[(.+)\] PASSED", result.stdout.str())
    assert ids == [case.id for case in (*corpus.cases("valid"), *corpus.cases("doubtful"))]


@pytest.mark.parametrize("kind", corpus.KINDS)
def test_ids_of_cases_are_readable_and_unique(project, kind):
    """The ids, under strict ids and strict marks, begin with the kind and are printable, without white space or `::`."""
    project.makepyfile(f"import pytest\n@pytest.mark.venezuela_cases({kind!r})\ndef test_it(venezuela_case): pass\n")
    items, _ = project.inline_genitems()
    ids = [item.callspec.id for item in items]
    assert len(set(ids)) == len(ids) == len(corpus.cases(kind))
    assert [id for id in ids if not re.fullmatch(rf"{kind}/[!-~]+", id) or "::" in id] == []


@pytest.mark.parametrize(
    ("words", "keep"),
    [
        ('"invalid", rule="bad-id"', lambda case: "bad-id" in {problem.rule for problem in case.problems}),
        ('"invalid", topic="cycle"', lambda case: case.topic == "cycle"),
        ('"raw", topic="accepted"', lambda case: not case.problems),
        (
            '"raw", topic="refused", rule="byte-order-mark"',
            lambda case: case.problems[:1] == (corpus.Expected("", "byte-order-mark"),),
        ),
        ('"valid", rule=None, topic=None, schema=None, format=None', lambda case: True),
        ('"invalid", schema=True', lambda case: case.schema),
        (
            '"invalid", schema=False, rule="wrong-type"',
            lambda case: not case.schema and case.problems[0].rule == "wrong-type",
        ),
        ('"valid", schema=False', lambda case: True),
        ('"raw", format="yaml"', lambda case: case.format == "yaml"),
        ('"raw", format="json", topic="refused"', lambda case: case.format == "json" and case.problems),
    ],
)
def test_cases_are_kept_by_filters(project, words, keep):
    """The filters keep the cases of a rule, topic, format, or verdict of the schema; ``None`` leaves all."""
    project.makepyfile(f"import pytest\n@pytest.mark.venezuela_cases({words})\ndef test_it(venezuela_case): pass\n")
    items, _ = project.inline_genitems()
    kind = words.split('"')[1]
    assert [item.callspec.id for item in items] == [case.id for case in corpus.cases(kind) if keep(case)]


def test_the_nearest_mark_decides(project):
    """A mark on a class or module is for those of its tests that take a case, unless one nearer to the test says else."""
    passes(
        project,
        """
        import pytest

        pytestmark = pytest.mark.venezuela_cases("doubtful", topic="implausible-age")

        def test_module(venezuela_case): assert venezuela_case.kind == "doubtful"
        def test_without(): pass

        @pytest.mark.venezuela_cases("invalid", topic="bad-id")
        class TestClass:
            def test_class(self, venezuela_case): assert venezuela_case.kind == "invalid"
            def test_without(self): pass

            @pytest.mark.venezuela_cases("valid", topic="ids")
            def test_own(self, venezuela_case): assert venezuela_case.kind == "valid"
        """,
        passed=2
        + sum(
            case.topic in {"implausible-age", "bad-id", "ids"} for kind in corpus.KINDS for case in corpus.cases(kind)
        ),
    )


def test_a_project_can_wrap_the_case(project):
    """A fixture of the project with the case's name gets the case, and gives the test what it makes of it."""
    passes(
        project,
        """
        import pytest

        @pytest.fixture
        def venezuela_case(venezuela_case): return venezuela_case.data["people"]

        @pytest.mark.venezuela_cases("doubtful", rule="implausible-age")
        def test_people(venezuela_case): assert venezuela_case[0]["age"] > 110
        """,
        passed=sum(case.topic == "implausible-age" for case in corpus.cases("doubtful")),
    )


@pytest.mark.parametrize(
    ("mark", "arguments", "told"),
    [
        (
            '("invalit")',
            "venezuela_case",
            "venezuela_cases: no kind of case is called 'invalit'; the kinds are valid, invalid, doubtful, raw, grounding, scored",
        ),
        (
            '("valid", 3, "x")',
            "venezuela_case",
            "venezuela_cases: no kind of case is called 3, 'x'; the kinds are valid, *",
        ),
        ("()", "venezuela_case", "venezuela_cases: it names no kind of case; the kinds are valid, *"),
        ('(kind="valid")', "venezuela_case", "venezuela_cases: it names no kind of case; *"),
        (
            '("valid", rules="bad-id")',
            "venezuela_case",
            "venezuela_cases: rules is no filter; the filters are rule, topic, schema, format",
        ),
        (
            '("doubtful", rule="bad-id")',
            "venezuela_case",
            "venezuela_cases: no such case has rule 'bad-id'; there is favored-rivals, *",
        ),
        (
            '("valid", rule="bad-id")',
            "venezuela_case",
            "venezuela_cases: no such case has rule 'bad-id'; there is none",
        ),
        (
            '("valid", schema=True)',
            "venezuela_case",
            "venezuela_cases: no such case has schema True; there is False",
        ),
        (
            '("raw", schema=False)',
            "venezuela_case",
            "venezuela_cases: no such case has schema False; there is none",
        ),
        (
            '("raw", format="toml")',
            "venezuela_case",
            "venezuela_cases: no such case has format 'toml'; there is json, msgpack, yaml",
        ),
        ('("valid")', "", "it is marked venezuela_cases and takes no argument venezuela_case"),
        ('("valid")\n@pytest.mark.venezuela_cases("raw")', "venezuela_case", "it is marked venezuela_cases twice; *"),
    ],
)
def test_a_wrong_mark_is_told_in_one_line(project, mark, arguments, told):
    """A mistake in a mark fails the test, with one line that names it and what is allowed, and no code; others run."""
    project.makepyfile(
        f"import pytest\n@pytest.mark.venezuela_cases{mark}\ndef test_it({arguments}): pass\n"
        '@pytest.mark.venezuela_cases("doubtful", topic="implausible-age")\ndef test_cases(venezuela_case): pass\n'
        "def test_other(): pass\n"
    )
    result = project.runpytest_inprocess()
    ages = sum(case.topic == "implausible-age" for case in corpus.cases("doubtful"))
    result.assert_outcomes(errors=1, passed=ages + 1)
    lines = result.stdout.lines
    (first,) = [index for index, line in enumerate(lines) if line.startswith("___")]
    pattern = re.escape(f"{project.path.name}.py::test_it: {told}").replace(r"\*", ".*")
    name = next(project.path.glob("test_*.py")).stem
    assert re.fullmatch(pattern.replace(re.escape(project.path.name), name), lines[first + 1])
    assert lines[first + 2].startswith("===")


@pytest.mark.parametrize(
    ("code", "places"),
    [
        ("class TestIt(unittest.TestCase):\n    @MARK\n    def test_it(self): pass", ["TestIt::test_it"]),
        ("@MARK\nclass TestIt(unittest.TestCase):\n    def test_it(self): pass", ["TestIt::test_it"]),
        (
            "class TestIt(unittest.TestCase):\n    @MARK\n    def test_a(self): pass\n    @MARK\n    def test_b(self): pass",
            ["TestIt::test_a", "TestIt::test_b"],
        ),
    ],
    ids=["method", "class", "two-methods"],
)
def test_a_mark_in_a_unittest_class_is_told(project, code, places):
    """Pytest generates no tests for a `unittest.TestCase`: the mark there fails the test instead of being lost; others run."""
    file = project.makepyfile(
        f'import pytest, unittest\nMARK = pytest.mark.venezuela_cases("valid")\n{code}\ndef test_other(): pass'
    )
    result = project.runpytest_inprocess()
    result.assert_outcomes(errors=len(places), passed=1)
    told = (
        "it is marked venezuela_cases in a unittest.TestCase; its methods take no venezuela_case: write a plain class"
    )
    assert [line for line in result.stdout.lines if told in line] == [f"{file.name}::{at}: {told}" for at in places]


def test_unittest_classes_without_the_mark_are_left_alone(project):
    """A `unittest.TestCase` runs as ever, also in a module that is marked for its other tests."""
    passes(
        project,
        """
        import unittest

        import pytest

        pytestmark = pytest.mark.venezuela_cases("doubtful", topic="implausible-age")

        class TestIt(unittest.TestCase):
            def test_it(self): pass
        """,
    )


def test_a_case_without_a_mark_is_told_in_one_line(project):
    """A test that takes a case and says not which is told what to write."""
    project.makepyfile("def test_it(venezuela_case): pass")
    result = project.runpytest_inprocess()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ['venezuela_case needs a mark that says which cases: @pytest.mark.venezuela_cases("invalid")']
    )


# -- messages ---------------------------------------------------------------------------------------


class Verbosity:
    """A configuration with a verbosity, which is all of it that the plugin asks for."""

    def __init__(self, level=0):
        self.level = level

    def get_verbosity(self, kind):
        assert kind == pytest.Config.VERBOSITY_ASSERTIONS
        return self.level


def message(left, right, verbosity=0, op="=="):
    return plugin.pytest_assertrepr_compare(Verbosity(verbosity), op, left, right)


def changed(**changes):
    return attrs.evolve(village(), **changes)


def test_a_failing_comparison_shows_the_message(project):
    """Two stories that differ fill a few lines, and neither their long representations nor pytest's own diff."""
    project.makepyfile(
        """
        import attrs

        def test_it(venezuela_story):
            first, *others = venezuela_story.people
            changed = attrs.evolve(venezuela_story, people=(attrs.evolve(first, age=3, name="100 %s"), *others))
            assert venezuela_story == changed
        """
    )
    shown = [line for line in project.runpytest_inprocess().stdout.lines if line.startswith("E ")]
    story = vn.story()
    first = story.people[0]
    assert shown == [
        f"E       AssertionError: assert Story {story.id!r} == Story {story.id!r} (records: 1 changed)",
        f"E         people[{first.id!r}].name: {first.name!r} != '100 %s'",
        f"E         people[{first.id!r}].age: {first.age!r} != 3",
    ]


def test_records_that_one_side_lacks_are_named():
    """Ids that are only left, only right or changed are counted at the head and named below it."""
    story = village()
    other = changed(
        photos=(),
        people=(*story.people, vn.Person(id="ben", name="Ben"), vn.Person(id="carl", name="Carl")),
        stances=(*story.stances[:2], attrs.evolve(story.stances[2], position=vn.Position.FAVOR)),
    )
    assert message(story, other) == [
        "Story 'ferry' == Story 'ferry' (records: 1 only left, 2 only right, 1 changed)",
        "people: only right 'ben', 'carl'",
        "stances['chile-neutral'].position: Position.NEUTRAL != Position.FAVOR",
        f"photos: only left {story.photos[0].id!r}",
    ]


def test_fields_are_named_down_to_the_value_that_differs():
    """Paths lead through records, values and places in lists; dates are leaves; what has no id is told by its content."""
    story = village()
    asks, *others = story.statements
    credit = attrs.evolve(asks.attributions[0], mode=vn.Mode.MIXED)
    other = changed(
        as_of=vn.PartialDate("2020-03-03"),
        statements=(
            *others,
            attrs.evolve(
                asks,
                quotes=(*asks.quotes, vn.Quote(text="please", language="en", translated=True)),
                attributions=(credit,),
                about=("ferry-stays",),
                said=None,
                to=("council", "school"),
            ),
        ),
        groups=(story.groups[0], attrs.evolve(story.groups[1], members=("CL", "villagers"))),
    )
    assert message(story, other) == [
        "Story 'ferry' == Story 'ferry' (records: 2 changed)",
        "as_of: PartialDate('2020-03-02') != PartialDate('2020-03-03')",
        "groups['valley'].members: in another order: 'villagers', 'CL' != 'CL', 'villagers'",
        "statements['ann-asks'].quotes: only right Quote(text='please', language='en', tra…",
        "statements['ann-asks'].to: only right 'school'",
        "statements['ann-asks'].about[0]: 'ferry-returns' != 'ferry-stays'",
        "statements['ann-asks'].said: PartialDate('2020-03-01') != None",
        "statements['ann-asks'].attributions[0].mode: Mode.INDIRECT != Mode.MIXED",
        "statements: in another order: 'ann-asks', 'council-refuses', 'rumor' != 'council-refuses', 'rumor', 'ann-asks'",
    ]


def test_lists_that_shift_are_told_by_what_is_alone():
    """Where one item goes and another comes elsewhere, the items between them are left out."""
    left, right = (vn.Person(id="ann", name="Ann", aliases=tuple(names)) for names in ("ABCDE", "BCDEF"))
    assert message(left, right) == ["Person 'ann' == Person 'ann'", "aliases: only left 'A'; only right 'F'"]


def test_what_stands_twice_is_counted():
    """Of equal lines, the other side's take away as many as there are."""
    left, right = (vn.Source(id="s", language="en", paragraphs=lines) for lines in (("A", "B", "A"), ("A", "B")))
    assert message(left, right) == ["Source 's' == Source 's'", "paragraphs: only left 'A'"]


def test_fields_that_take_no_part_in_equality_are_left_out():
    """A problem is told from another by its message, and not by the value that it was found at."""
    left, right = (vn.Problem(("id",), "bad-id", text, "hint", text * 2) for text in "ab")
    assert message(left, right) == ["Problem == Problem", "message: 'a' != 'b'"]


def test_long_texts_show_where_they_begin_to_differ():
    """Of long texts both sides show the same part; `-v` shows more of it, `-vv` all."""
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    left, right = (vn.Place(id="place", name=f"{words} {end}") for end in ("left", "right"))
    short, long, whole = ("\n".join(message(left, right, verbosity)[1:]) for verbosity in (0, 1, 2))
    assert short == "name: …'een fourteen left' != …'een fourteen right'"
    assert long == whole == f"name: '{words} left' != '{words} right'"
    left, right = (attrs.evolve(place, name=f"{place.name} {words}") for place in (left, right))
    assert (
        message(left, right)[1]
        == "name: …'een fourteen left one two three four'… != …'een fourteen right one two three fou'…"
    )
    assert message(left, right, 2)[1] == f"name: '{words} left {words}' != '{words} right {words}'"


def test_many_ids_are_counted_and_shown_by_vv():
    """A long list of records names the first ones and says how many more there are; `-vv` names all."""
    people = tuple(vn.Person(id=f"person-{n}", name="Ann") for n in range(30))
    left, right = (
        changed(people=people, statements=(), stances=(), groups=(), photos=(), events=(), figures=()),
        village(),
    )
    (line,) = [line for line in message(left, right) if "people: only left" in line]
    assert (
        line
        == "people: only left 'person-0', 'person-1', 'person-2', 'person-3', 'person-4', 'person-5', 'person-6', 'person-7' and 22 more"
    )
    (line,) = [line for line in message(left, right, 2) if "people: only left" in line]
    assert re.findall(r"person-\d+", line) == [person.id for person in people]


def test_many_lines_are_counted_and_shown_by_vv():
    """Where pytest sets no limit, forty lines are shown below the head, and `-vv` shows all."""
    people = tuple(vn.Person(id=f"person-{n}", name="Ann") for n in range(50))
    left, right = (
        vn.Story(id="s", title="S", summary="S.", language="en", as_of=vn.PartialDate("2020-01-01"), people=people)
        for people in (people, tuple(attrs.evolve(person, age=3) for person in people))
    )
    lines = message(left, right, 1)
    assert (len(lines), lines[-1]) == (42, "… and 10 lines more, use '-vv' to show")
    assert len(message(left, right, 2)) == 51


@pytest.mark.parametrize(
    ("left", "right", "op"),
    [
        (1, 2, "=="),
        ("a", "b", "=="),
        ((village(),), (), "=="),
        (village(), village().people[0], "=="),
        (village(), None, "=="),
        (village(), village(), "!="),
        (village().people[0], village().people[1], "is"),
        (vn.Position.FAVOR, vn.Position.AGAINST, "=="),
        (village(), village(), "=="),
    ],
)
def test_other_comparisons_are_left_to_pytest(left, right, op):
    """Other types, other operators, two classes, and what does not differ get no message of ours."""
    assert message(left, right, op=op) is None


@given(strategies.stories(), strategies.stories())
def test_every_difference_is_named(left, right):
    """Of two stories that differ, each record that one side lacks or has otherwise is named in printable lines."""
    head, *lines = message(left, right, 2) or ["", ""]
    if left == right:
        assert lines == [""]
        return
    told = "\n".join(lines)
    assert head.startswith(f"Story {left.id!r} == Story {right.id!r}")
    assert len(told.splitlines()) == len(lines) > 0
    differing = set()
    for name in corpus.story().__attrs_attrs__:
        ones, others = getattr(left, name.name), getattr(right, name.name)
        if ones == others:
            continue
        differing.add(name.name)
        if isinstance(ones, tuple):
            ones, others = ({record.id: record for record in records} for records in (ones, others))
            named = {id for id in ones.keys() | others.keys() if ones.get(id) != others.get(id)}
            assert [id for id in named if repr(id) not in told] == []
    assert {re.match(r"\w+", line)[0] for line in lines} == differing


@given(strategies.stories())
def test_equal_stories_have_no_message(story):
    """A story and its copy do not differ."""
    assert message(story, attrs.evolve(story), 2) is None


@given(strategies.stories(), strategies.stories())
def test_messages_are_short_unless_asked_for(left, right):
    """By default a line is no longer than its path, two shortened values, and the words between them."""
    for line in (message(left, right) or ["", ""])[1:]:
        path, _, rest = line.partition(": ")
        assert len(path) <= 200
        assert len(rest) <= 300


def test_the_plugin_is_a_module_of_its_own():
    """It stands beside the package, so that pytest's import of it is none of the package's."""
    assert plugin.__name__ in sys.modules
    assert Path(plugin.__file__).parent == Path(vn.__file__).parents[1]
