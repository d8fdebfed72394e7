"""Texts at the edges of their grammars: URLs, language tags and license expressions, many in a document."""

from __future__ import annotations

from tasks.cases.documents import BARE, Document, Row

__all__ = ["DOUBTFUL_LANGUAGES", "DOUBTFUL_LICENSES", "LEGAL", "NO_LANGUAGES", "NO_LICENSES", "NO_URLS"]


def _sources(field: str, texts: list[str]) -> Document:
    return BARE | {
        "sources": [
            {"id": f"source-{number}", "language": "en", "paragraphs": ["Sand."]} | {field: text}
            for number, text in enumerate(texts)
        ]
    }


def _broken(description: str, field: str, texts: list[str], *, schema: bool) -> Row:
    pointers = tuple(f"/sources/{number}/{field}" for number in range(len(texts)))
    return Row(description, _sources(field, texts), pointers, schema)


# fmt: off
NO_URLS = [
    _broken("URLs lack a part or have one too many", "url", [
        "see https://example.org/", "HTTPS://example.org", "https://-a", "https://.a", "https:/a", "https//a", "httpss://a", "https://", "http://",
        "https://example.org/%4", "https://example.org/%4g", "https://example.org/%", "://example.org", "https:example.org", "https://@a"], schema=True),
    _broken("URLs have characters that none has", "url", [f"https://example.org/{one}" for one in '"<>\\^`{|}é'] + ["https://é"], schema=True),
]
NO_LANGUAGES = [
    _broken("language tags have a part too many", "language", [
        "abcd-efg", "zh-aaa-bbb-ccc-ddd", "zh-Hans-Hant", "en-GB-US", "en-GB-abcd", "en-abcdefghi", "en-u-a", "en-u-abcdefghi", "en-x-", "en-x--a",
        "en-x-abcdefghi", "en-x", "x-", "x", "x-abcdefghi", "en-u-x-a", "en-1", "en-123-12", "en--GB", "-en", "zh-yue-Hans-CN-GB", "\u212aa", "e\u0131"], schema=True),
]
NO_LICENSES = [
    _broken("license expressions break off, or join what does not go together", "license", [
        "MIT WITH ", "MIT WITH", "MIT WITH -a", "MIT WITH +", "(", "()", "( )", "(MIT CC0-1.0)", "(MIT CC0-1.0", "MIT CC0-1.0", "OR MIT", "MIT  ", " MIT",
        "MIT OR  ", "(MIT)OR CC0-1.0", "MIT AND OR CC0-1.0 MIT", "MIT\tOR CC0-1.0", "+", "MIT++", "MIT+ WITH a b",
        "DocumentRef-a:LicenseRef-", "DocumentRef-:LicenseRef-a", "xDocumentRef-a:LicenseRef-b", "DocumentRef-a:LicenseRef-b+", "DocumentRef-a:LicenseRef-b:c",
        "LicenseRef-a:b"], schema=True),
    _broken("license expressions are none for a reason that no pattern sees", "license", [
        "MIT WITH AND", "MIT WITH LicenseRef-", "((MIT)", "(MIT))", "AND", "OR", "MIT AND (OR)"], schema=False),
]
DOUBTFUL_LANGUAGES = [
    _broken("language tags are well formed at the edges, and in no list", "language", [
        "zh-aaa-bbb-ccc", "en-ab1cd", "en-1abc", "en-1-ab", "en-y-ab", "zz-u-ca-roc", "zz-x-a", "en-abcdefgh", "qaaa", "en-u-12-u-13", "sl-rozaj-rozaj-x-a"], schema=False),
]
DOUBTFUL_LICENSES = [
    _broken("licenses are well formed at the edges, and in no list", "license", [
        "a", "1", "MIT WITH a", "MIT WITH aa", "MIT WITH LicenseRef-a", "DocumentRef-a", "and", "MIT OR (CC0-1.0 AND (mit))", "MIT-+", "a" * 500], schema=False),
]

LEGAL: dict[str, list[tuple[str, Document]]] = {
    "sources": [
        ("a URL has every character that one can have", _sources("url", [
            "http://A", "https://0.example.org", "https://[::1]/", "https://example.org/~a_b-c.d!$&'()*+,;=:@?x#y[z]%aF%0f", "https://EXAMPLE.org", "https://z"])),
        ("a license expression is at the edges of its grammar", _sources("license", [
            "0BSD", "Apache-2.0+", "GPL-2.0-only WITH 389-exception", "DocumentRef-SPDX:LicenseRef-A", "DocumentRef-a.b-1:LicenseRef-c.d-2", "LicenseRef-A.b-9",
            "( MIT )", "((MIT))", "(MIT) OR (CC0-1.0)", "MIT  OR   CC0-1.0", "(MIT OR CC0-1.0) AND 0BSD", "Apache-2.0+ WITH LLVM-exception", "MIT AND MIT"])),
    ],
    "languages": [
        ("a language tag is at the edges of its grammar", _sources("language", [
            "be-1959acad", "sl-rozaj", "en-u-12", "en-x-a", "en-x-abcdefgh", "en-x-a-b", "en-x-1", "x-a", "x-abcdefgh", "x-1", "qaa", "qtz", "zh-yue", "zh-Hans-CN",
            "es-419", "de-1901", "de-DE-1996", "EN-gb", "en-t-de-u-co-phonebk", "x-x-x", "en-x-x", "QTZ-Qaaa-XZ"])),
    ],
}
# fmt: on
