"""The pytest plugin: the story, its texts and the case corpus as test data, and messages that name what differs.

1. It stands outside the package, and imports the package in the fixtures and the mark that use it, never before: a
   session without them pays for this module alone, and the package's coverage stays true. Where bytecode can't be
   kept, pytest compiles it in every session, so the package holds what not every session needs.
2. Every name begins with ``venezuela_``. Nothing is autouse.
3. What is frozen lives as long as the session; plain data are made anew for each test.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, cast

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from types import ModuleType
    from typing import Literal

    import venezuela_news as vn
    from venezuela_news.corpus import Case

_MARK = "venezuela_cases"
_ARGUMENT = "venezuela_case"
_FILTERS = ("rule", "topic", "schema", "format")

#: What is wrong with marks, by what holds the test and its name; such a test fails, and no other.
_MISTAKES = pytest.StashKey[dict[tuple[object, str], str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark, for sessions with strict marks."""
    config.addinivalue_line(
        "markers",
        f"{_MARK}(*kinds, rule=None, topic=None, schema=None, format=None): run the test with each case of the corpus "
        f"as {_ARGUMENT}; kinds are valid, invalid, doubtful, raw, grounding and scored.",
    )
    config.stash[_MISTAKES] = {}


# -- fixtures -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def venezuela_corpus() -> ModuleType:
    """The module ``venezuela_news.corpus``: the story, the texts, and the cases of each kind."""
    from venezuela_news import corpus

    return corpus


@pytest.fixture(scope="session")
def venezuela_story(venezuela_corpus: ModuleType) -> vn.Story:
    """The shipped story, frozen. Override it, and ``venezuela_document`` is of your story."""
    story: vn.Story = venezuela_corpus.story()
    return story


@pytest.fixture
def venezuela_document(venezuela_story: vn.Story) -> dict[str, Any]:
    """The story as plain data, made anew for each test: change what you like."""
    import venezuela_news as vn

    return vn.unstructure(venezuela_story)


@pytest.fixture(scope="session")
def venezuela_language() -> str:
    """The language of ``venezuela_text``: ``en``. Override it to have ``es``, or both by its ``params``."""
    return "en"


@pytest.fixture(scope="session")
def venezuela_texts(venezuela_corpus: ModuleType) -> Mapping[str, str]:
    """The retellings of the story, by language; read-only."""
    texts: Mapping[str, str] = venezuela_corpus.texts()
    return texts


@pytest.fixture(scope="session")
def venezuela_text(venezuela_texts: Mapping[str, str], venezuela_language: str) -> str:
    """The retelling of the story in ``venezuela_language``."""
    if venezuela_language not in venezuela_texts:
        there = ", ".join(venezuela_texts)
        pytest.fail(f"venezuela_language is {venezuela_language!r}; there are texts in {there}", pytrace=False)
    return venezuela_texts[venezuela_language]


@pytest.fixture(scope="session")
def venezuela_stories(venezuela_corpus: ModuleType) -> Mapping[str, vn.Story]:
    """The made-up stories, by id; read-only."""
    stories: Mapping[str, vn.Story] = venezuela_corpus.stories()
    return stories


@pytest.fixture
def venezuela_schema() -> dict[str, Any]:
    """The JSON Schema of documents, made anew for each test."""
    import venezuela_news as vn

    return vn.schema()


@pytest.fixture
def venezuela_case(request: pytest.FixtureRequest) -> Case:
    """A case of the corpus; the mark ``venezuela_cases`` says which the test runs with."""
    if not hasattr(request, "param"):
        pytest.fail(f'{_ARGUMENT} needs a mark that says which cases: @pytest.mark.{_MARK}("invalid")', pytrace=False)
    case: Case = request.param
    return case


# -- the mark -------------------------------------------------------------------------------------


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that is marked, itself or by its class or module, with each of the cases that it asks for."""
    if _ARGUMENT not in metafunc.fixturenames:
        # A mark on a class or module is for those of its tests that take a case; one on a test that takes none is lost.
        if any(mark.name == _MARK for mark in metafunc.definition.own_markers):
            _note(metafunc.definition, f"it is marked {_MARK} and takes no argument {_ARGUMENT}")
        return
    if sum(mark.name == _MARK for mark in metafunc.definition.own_markers) > 1:
        _note(
            metafunc.definition, f'it is marked {_MARK} twice; write one mark with several kinds: ("valid", "invalid")'
        )
        return
    mark = metafunc.definition.get_closest_marker(_MARK)
    if mark is None:
        return
    try:
        cases = _cases(*mark.args, **mark.kwargs)
    except (TypeError, ValueError) as error:
        _note(metafunc.definition, f"{_MARK}: {error}")
        return
    metafunc.parametrize(_ARGUMENT, cases, ids=[case.id for case in cases], indirect=True)


def _note(test: pytest.Item, what: str) -> None:
    """Note what is wrong with the mark of a test, or of the one that it is a definition of."""
    name: str = getattr(test, "originalname", None) or test.name
    test.config.stash[_MISTAKES][test.parent, name] = f"{test.nodeid}: {what}"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Fail a test whose mark is wrong; the others of its module run."""
    name = getattr(item, "originalname", None) or item.name
    if (what := item.config.stash[_MISTAKES].get((item.parent, name))) is not None:
        # Shown as it is, in one line: a traceback would be one of this module.
        pytest.fail(what, pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Note the mark on a ``unittest.TestCase`` and its methods, for which pytest generates no tests."""
    report = yield
    unittest = sys.modules.get("unittest")
    if unittest is None or not isinstance(collector, pytest.Class) or not report.passed:
        return report
    if issubclass(collector.obj, unittest.TestCase):
        for test in report.result:
            marks = (*collector.own_markers, *test.own_markers)
            if isinstance(test, pytest.Item) and any(mark.name == _MARK for mark in marks):
                _note(test, f"it is marked {_MARK} in a unittest.TestCase; {_INSTEAD}")
    return report


_INSTEAD = f"its methods take no {_ARGUMENT}: write a plain class"


def _cases(*kinds: str, **filters: str | bool | None) -> list[Case]:
    from venezuela_news import corpus

    wrong = [repr(kind) for kind in kinds if kind not in corpus.KINDS]
    if wrong or not kinds:
        found = f"no kind of case is called {', '.join(wrong)}" if wrong else "it names no kind of case"
        raise ValueError(f"{found}; the kinds are {', '.join(corpus.KINDS)}")
    if unknown := [name for name in filters if name not in _FILTERS]:
        raise TypeError(f"{', '.join(unknown)} is no filter; the filters are {', '.join(_FILTERS)}")
    cases: list[Case] = []
    for kind in dict.fromkeys(kinds):
        cases += corpus.cases(cast('Literal["raw"]', kind))  # whatever the kind, checked above
    for name, wanted in filters.items():
        if wanted is None:
            continue
        kept = [case for case in cases if wanted in _facts(case, name)]
        if not kept:
            there = ", ".join(sorted({str(fact) for case in cases for fact in _facts(case, name)})) or "none"
            raise ValueError(f"no such case has {name} {wanted!r}; there is {there}")
        cases = kept
    return cases


def _facts(case: Case, name: str) -> set[str | bool]:
    """What a case has by the name of a filter: nothing, where such a case has no such thing."""
    if name == "rule":
        return {problem.rule for problem in getattr(case, "problems", ())}
    return {getattr(case, name)} if hasattr(case, name) else set()


# -- messages -------------------------------------------------------------------------------------


def pytest_assertrepr_compare(config: pytest.Config, op: str, left: object, right: object) -> list[str] | None:
    """Name the records and fields in which two stories, records or values of one class differ."""
    # The class knows whose it is: nothing needs importing to ask.
    cls: type = type(left)
    if op != "==" or type(right) is not cls or cls.__module__.partition(".")[0] != "venezuela_news":
        return None
    if "__attrs_attrs__" not in vars(cls):
        return None
    # Imported here, so that what every session loads stays small; the package is loaded, since its values are compared.
    from venezuela_news._comparison import explained

    return explained(left, right, config.get_verbosity(pytest.Config.VERBOSITY_ASSERTIONS))
