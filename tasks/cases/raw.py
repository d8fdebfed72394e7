"""Bytes that are accepted (``y_``) or refused (``n_``), each in a file of its own.

A refused file names the one problem that there is: pointer and rule. Most are the bytes of one
small legal document with one thing wrong in it.
"""

from __future__ import annotations

import struct
from typing import Any

Refused = tuple[bytes, str, str]

KEYS = {
    "schema_version": "1",
    "id": '"quay"',
    "title": '"The quay"',
    "summary": '"A quay is built."',
    "language": '"en"',
    "as_of": '"2021-06-14"',
}


def json(extra: str = "", **values: str) -> bytes:
    """The small document in JSON; values and what is added at its end are given as JSON texts."""
    text = ",".join(f'"{key}":{value}' for key, value in (KEYS | values).items())
    return ("{" + text + extra + "}").encode("utf-8", "surrogatepass")


def title(text: str) -> bytes:
    """The small document with a title, written as it stands between the quotation marks."""
    return json(title=f'"{text}"')


def title_bytes(found: bytes) -> bytes:
    """The same, of bytes that may be no UTF-8."""
    return json(title='"@"').replace(b"@", found)


def low(number: str) -> bytes:
    """The small document with a figure whose low bound is written so."""
    return json(f',"figures":[{{"id":"boats","label":"boats","low":{number},"unit":"boat"}}]')


YAML = """\
schema_version: 1
id: quay
title: The quay
summary: A quay is built.
language: en
as_of: "2021-06-14"
"""


def yaml(extra: str = "", **values: str) -> bytes:
    """The small document in YAML; values and what is added at its end are given as YAML texts."""
    lines = [line.split(": ", 1) for line in YAML.splitlines()]
    return ("".join(f"{key}: {values.get(key, value)}\n" for key, value in lines) + extra).encode(
        "utf-8", "surrogatepass"
    )


def yaml_low(number: str) -> bytes:
    """The small document in YAML with a figure whose low bound is written so."""
    return yaml(f"figures:\n- id: boats\n  label: boats\n  low: {number}\n  unit: boat\n")


def text(value: str | bytes) -> bytes:
    """A text in MessagePack, in its shortest form."""
    data = value.encode() if isinstance(value, str) else value
    return bytes([0xA0 + len(data)]) + data if len(data) < 32 else b"\xd9" + bytes([len(data)]) + data


PACKED = {
    "schema_version": b"\x01",
    "id": text("quay"),
    "title": text("The quay"),
    "summary": text("A quay is built."),
    "language": text("en"),
    "as_of": text("2021-06-14"),
}


def packed(extra: bytes = b"", more: int = 0, head: bytes | None = None, **values: bytes) -> bytes:
    """The small document in MessagePack, with ``more`` pairs added, whose bytes are ``extra``."""
    pairs = b"".join(text(key) + value for key, value in (PACKED | values).items())
    return (bytes([0x80 + len(PACKED) + more]) if head is None else head) + pairs + extra


def packed_low(number: bytes) -> bytes:
    """The small document in MessagePack with a figure whose low bound is written so."""
    figure = b"\x84" + text("id") + text("boats") + text("label") + text("boats") + text("low") + number
    return packed(text("figures") + b"\x91" + figure + text("unit") + text("boat"), 1)


DOCUMENT = json()
ANA = '"id":"ana","name":"Ana Reis"'
LOW = "/figures/0/low"

ACCEPTED: dict[str, bytes] = {
    # -- layout -----------------------------------------------------------------------------------
    "document.json": DOCUMENT,
    "final_newline.json": DOCUMENT + b"\n",
    "final_newlines_and_blanks.json": DOCUMENT + b"\r\n \t\n",
    "white_space_everywhere.json": DOCUMENT.replace(b",", b"\r\n\t ,\n ")
    .replace(b'":', b'"\t:\n')
    .replace(b"{", b"\n{ "),
    "keys_reversed.json": b"{" + b",".join(reversed(DOCUMENT[1:-1].split(b","))) + b"}",
    "null_for_absent.json": json(',"people":null,"photos":null'),
    "empty_lists.json": json(',"people":[],"photos":[ ]'),
    # -- escapes ----------------------------------------------------------------------------------
    "escape_all_short.json": title(r"a \"b\" \\ \/ c \t d"),
    "escape_stands_for_its_character.json": json(
        r',"sources":[{"id":"n","language":"en","paragraphs":["a\u005cb\u002fc\u0022d"]}],"people":[{"id":"ana","name":"Ana","anchors":'
        r'[{"source":"n","paragraph":0,"start":0,"end":7,"exact":"a\\b\/c\"d"}]}]'
    ),
    "escape_every_character.json": json(title='"' + "".join(f"\\u{ord(c):04x}" for c in "The quay") + '"'),
    "escape_in_key.json": DOCUMENT.replace(b'"title"', rb'"\u0074itle"'),
    "escape_in_id.json": json(id=r'"qu\u0061y"'),
    "escape_in_date.json": json(as_of=r'"2021\u002d06-14"'),
    "escape_capital_digits.json": title(r"\u00E9\u00e9"),
    "escape_pair.json": title(r"a \ud83d\udc1f"),
    "escape_pair_capital_digits.json": title(r"a \uD83D\uDC1F"),
    "escape_pair_last_code_point.json": title(r"a \udbff\udfff"),
    "escape_noncharacter.json": title(r"a \uffff"),
    "escape_backslash_before_u.json": title(r"a \\ud800"),
    # -- characters -------------------------------------------------------------------------------
    "text_astral.json": title("a 🐟 \U0001d525"),
    "text_last_code_point.json": title("a \U0010ffff"),
    "text_noncharacters.json": title("a \ufffe\uffff\ufdd0"),
    "text_private.json": title("a \ue000\U000f0000"),
    "text_replacement_character.json": title("a \ufffd"),
    "text_composed.json": title("O café é à beira-mar"),
    "text_mark_without_composed_form.json": title("x\u0302"),
    "text_marks_in_order.json": title("q\u0323\u0307"),
    "text_compatibility_letters.json": title("ﬁ Ａ ² ①"),
    "text_conjoining_syllables.json": title("한국"),
    "text_bidi_override.json": title("a \u202eb\u202c"),
    "text_bidi_isolates.json": title("a \u2066b\u2069 \u200f"),
    "text_zero_width_space.json": title("a\u200bb"),
    "text_zero_width_joiner.json": title("👩\u200d✈\ufe0f"),
    "text_soft_hyphen.json": title("har\u00adbor"),
    "text_mark_inside.json": title("har\ufeffbor"),
    "text_mark_first.json": title("\ufeffharbor"),
    "text_tag_characters.json": title("🏴\U000e0067\U000e0062\U000e007f"),
    "text_tab_escaped.json": title(r"a\tb"),
    "text_no_break_space.json": title("a\u00a0b"),
    "text_long.json": json(summary='"' + "sand " * 4000 + 'sand"'),
    "text_long_without_blank.json": json(summary='"' + "x" * 20000 + '"'),
    # -- numbers ----------------------------------------------------------------------------------
    "number_zero.json": low("0"),
    "number_minus_zero.json": low("-0"),
    "number_largest.json": low("9007199254740991"),
    "number_least.json": low("-9007199254740991"),
    "number_one_point_zero.json": low("1.0"),
    "number_exponent.json": low("1E0"),
    "number_minus_zero_point_zero.json": low("-0.0"),
    "number_underflow_is_zero.json": low("1e-400"),
    "number_decimal.json": low("3.25"),
    "number_decimal_exponent.json": low("325e-2"),
    "number_decimal_zeros_behind.json": low("0.50000000000000000000"),
    "number_decimal_least.json": low("1e-4"),
    "number_decimal_fifteen_digits.json": low("0.123456789012345"),
    "number_largest_with_point.json": low("9007199254740991.0"),
    # -- YAML -------------------------------------------------------------------------------------
    "block.yaml": yaml(),
    "suffix.yml": yaml(),
    "flow.yaml": json().replace(b",", b", ").replace(b":", b": "),
    "json.yaml": json(),
    "comments.yaml": b"# a comment\n" + yaml() + b"# another\n",
    "document_marks.yaml": b"---\n" + yaml() + b"...\n",
    "version_directive.yaml": b"%YAML 1.2\n---\n" + yaml(),
    "no_final_newline.yaml": yaml()[:-1],
    "line_feeds_of_windows.yaml": yaml().replace(b"\n", b"\r\n"),
    "language_no.yaml": yaml(language="no"),
    "text_yes_off_y.yaml": yaml("people:\n- {id: a, name: yes}\n- {id: b, name: off}\n- {id: c, name: y}\n"),
    "date_plain.yaml": yaml(as_of="2021-06-14"),
    "year_quoted.yaml": yaml('events:\n- id: vote\n  label: A vote.\n  when: "2021"\n'),
    "time_plain.yaml": yaml("events:\n- {id: vote, label: A vote., when: 2021-06-14T10:30:00Z}\n"),
    "sexagesimal_is_text.yaml": yaml(title="12:30:45"),
    "underscores_are_text.yaml": yaml(title="1_000"),
    "folded.yaml": yaml(summary=">-\n  A quay\n  is built."),
    "literal_of_one_line.yaml": yaml(summary="|-\n  A quay is built."),
    "plain_over_two_lines.yaml": yaml(summary="A quay\n  is built."),
    "single_quotes.yaml": yaml(title="'The ''quay'''"),
    "escape_astral.yaml": yaml(title=r'"a \U0001F41F"'),
    "null_tilde_and_nothing.yaml": yaml("people: ~\nplaces:\nphotos: null\n"),
    "number_hexadecimal.yaml": yaml_low("0x1F"),
    "number_octal.yaml": yaml_low("0o17"),
    "number_plus.yaml": yaml_low("+5"),
    "number_with_point.yaml": yaml_low("1.0"),
    "number_point_first.yaml": yaml_low(".5"),
    "number_point_last.yaml": yaml_low("5."),
    "number_exponent.yaml": yaml_low("1e3"),
    "number_minus_zero_point_zero.yaml": yaml_low("-0.0"),
    "number_decimal.yaml": yaml_low("3.25"),
    "number_decimal_least.yaml": yaml_low("1e-4"),
    # -- MessagePack ------------------------------------------------------------------------------
    "document.msgpack": packed(),
    "map16.msgpack": packed(head=b"\xde\x00\x06"),
    "map32.msgpack": packed(head=b"\xdf\x00\x00\x00\x06"),
    "str8_str16_str32.msgpack": packed(
        id=b"\xd9\x04quay", title=b"\xda\x00\x08The quay", language=b"\xdb\x00\x00\x00\x02en"
    ),
    "uint64_for_a_small_number.msgpack": packed(schema_version=b"\xcf" + struct.pack(">Q", 1)),
    "int64_for_a_small_number.msgpack": packed(schema_version=b"\xd3" + struct.pack(">q", 1)),
    "number_largest.msgpack": packed_low(b"\xcf" + struct.pack(">Q", 2**53 - 1)),
    "number_least.msgpack": packed_low(b"\xd3" + struct.pack(">q", 1 - 2**53)),
    "number_float.msgpack": packed_low(b"\xcb" + struct.pack(">d", 1.0)),
    "number_decimal.msgpack": packed_low(b"\xcb" + struct.pack(">d", 3.25)),
    "number_decimal_tenth.msgpack": packed_low(b"\xcb" + struct.pack(">d", 0.1)),
    "number_of_32_bits.msgpack": packed_low(b"\xca" + struct.pack(">f", 3.25)),
    "number_minus_zero_point_zero.msgpack": packed_low(b"\xcb" + struct.pack(">d", -0.0)),
    "number_minus_zero_of_32_bits.msgpack": packed_low(b"\xca" + struct.pack(">f", -0.0)),
    "nil_for_absent.msgpack": packed(text("people") + b"\xc0", 1),
    "empty_array32.msgpack": packed(text("people") + b"\xdd\x00\x00\x00\x00", 1),
    "text_astral.msgpack": packed(title=text("a 🐟")),
}


def refused(rule: str, pointer: str = "", **files: bytes) -> dict[str, Refused]:
    """Files that break a rule at a pointer; ``__`` in a name stands for the suffix's point."""
    return {name.replace("__", "."): (data, pointer, rule) for name, data in files.items()}


UTF16 = DOCUMENT.decode()

REFUSED: dict[str, Refused] = {
    **refused(
        "bad-encoding",
        encoding_latin1__json=title_bytes(b"caf\xe9"),
        encoding_windows_quotes__json=title_bytes(b"\x93quay\x94"),
        encoding_continuation_alone__json=title_bytes(b"a\x80b"),
        encoding_sequence_cut_by_quote__json=title_bytes(b"a\xe2\x82"),
        encoding_sequence_cut_by_end__json=DOCUMENT + b"\xe2\x82",
        encoding_two_sequences_begun__json=title_bytes(b"a\xc3\xc3\xa9"),
        encoding_byte_fe__json=title_bytes(b"a\xfeb"),
        encoding_byte_ff__json=title_bytes(b"a\xffb"),
        encoding_overlong_slash__json=title_bytes(b"a\xc0\xafb"),
        encoding_overlong_nul__json=title_bytes(b"a\xc0\x80b"),
        encoding_overlong_three_bytes__json=title_bytes(b"a\xe0\x80\xafb"),
        encoding_overlong_mark__json=title_bytes(b"\xf0\x82\x82\xac"),
        encoding_beyond_unicode__json=title_bytes(b"a\xf4\x90\x80\x80"),
        encoding_five_bytes__json=title_bytes(b"a\xf8\x88\x80\x80\x80"),
        encoding_surrogate_high__json=title_bytes(b"a\xed\xa0\x80"),
        encoding_surrogate_low__json=title_bytes(b"a\xed\xb0\x80"),
        encoding_surrogate_pair__json=title_bytes(b"a\xed\xa0\xbd\xed\xb0\x9f"),
        encoding_in_key__json=DOCUMENT.replace(b"title", b"titl\xe9"),
        encoding_outside_of_texts__json=b"\xa0" + DOCUMENT,
        encoding_utf16_with_accent_without_mark__json=UTF16.replace("The", "Thé").encode("utf-16-le"),
        encoding_msgpack_for_json__json=packed(),
        encoding_latin1__yaml=yaml(title="caf@").replace(b"@", b"\xe9"),
        encoding_surrogate__yaml=yaml(title="a @").replace(b"@", b"\xed\xa0\x80"),
        encoding_latin1__msgpack=packed(title=text(b"caf\xe9")),
        encoding_surrogate__msgpack=packed(title=text(b"a\xed\xa0\x80")),
        encoding_latin1_in_key__msgpack=packed().replace(b"title", b"titl\xe9"),
    ),
    **refused(
        "byte-order-mark",
        mark_utf8__json=b"\xef\xbb\xbf" + DOCUMENT,
        mark_utf8_twice__json=b"\xef\xbb\xbf" * 2 + DOCUMENT,
        mark_utf8_alone__json=b"\xef\xbb\xbf",
        mark_utf16_little__json=b"\xff\xfe" + UTF16.encode("utf-16-le"),
        mark_utf16_big__json=b"\xfe\xff" + UTF16.encode("utf-16-be"),
        mark_utf32_little__json=b"\xff\xfe\x00\x00" + UTF16.encode("utf-32-le"),
        mark_utf32_big__json=b"\x00\x00\xfe\xff" + UTF16.encode("utf-32-be"),
        mark_utf8__yaml=b"\xef\xbb\xbf" + yaml(),
        mark_utf16__yaml=b"\xff\xfe" + yaml().decode().encode("utf-16-le"),
    ),
    **refused(
        "bad-syntax",
        syntax_empty__json=b"",
        syntax_white_space_alone__json=b" \n\t ",
        syntax_cut_after_brace__json=b"{",
        syntax_cut_in_text__json=DOCUMENT[:40],
        syntax_cut_in_escape__json=title_bytes(rb"a\u00")[: json(title='"@"').index(b"@") + 5],
        syntax_cut_before_end__json=DOCUMENT[:-1],
        syntax_cut_in_number__json=b'{"schema_version":-',
        syntax_cut_after_key__json=b'{"schema_version"',
        syntax_utf16_without_mark__json=UTF16.encode("utf-16-le"),
        syntax_utf32_without_mark__json=UTF16.encode("utf-32-be"),
        syntax_null_byte_first__json=b"\x00" + DOCUMENT,
        syntax_comment_of_one_line__json=b"// a quay\n" + DOCUMENT,
        syntax_comment_of_stars__json=DOCUMENT.replace(b",", b",/* a quay */", 1),
        syntax_comment_with_hash__json=b"# a quay\n" + DOCUMENT,
        syntax_comma_at_end_of_object__json=DOCUMENT[:-1] + b",}",
        syntax_comma_at_end_of_list__json=json(f',"people":[{{{ANA}}},]'),
        syntax_comma_first__json=b"{," + DOCUMENT[1:],
        syntax_comma_missing__json=DOCUMENT.replace(b",", b" ", 1),
        syntax_commas_two__json=DOCUMENT.replace(b",", b",,", 1),
        syntax_colon_missing__json=DOCUMENT.replace(b":", b" ", 1),
        syntax_colons_two__json=DOCUMENT.replace(b":", b"::", 1),
        syntax_equals_for_colon__json=DOCUMENT.replace(b":", b"=", 1),
        syntax_value_missing__json=json(title=""),
        syntax_key_without_quotes__json=DOCUMENT.replace(b'"title"', b"title"),
        syntax_key_number__json=DOCUMENT.replace(b'"title"', b"1"),
        syntax_single_quotes__json=DOCUMENT.replace(b'"', b"'"),
        syntax_curly_quotes__json=DOCUMENT.decode().replace('"The quay"', "“The quay”").encode(),
        syntax_bracket_for_brace__json=DOCUMENT[:-1] + b"]",
        syntax_list_not_closed__json=json(',"people":['),
        syntax_word_capital__json=json(',"people":Null'),
        syntax_word_python__json=json(',"people":None'),
        syntax_word_undefined__json=json(',"people":undefined'),
        syntax_word_cut__json=json(',"people":nul'),
        syntax_word_nan_small__json=low("nan"),
        syntax_word_inf__json=low("inf"),
        syntax_number_leading_zero__json=low("012"),
        syntax_number_minus_leading_zero__json=low("-012"),
        syntax_number_plus__json=low("+12"),
        syntax_number_minus_alone__json=low("-"),
        syntax_number_minuses_two__json=low("--1"),
        syntax_number_hexadecimal__json=low("0x1F"),
        syntax_number_point_first__json=low(".5"),
        syntax_number_point_last__json=low("1."),
        syntax_number_exponent_empty__json=low("1e"),
        syntax_number_exponent_of_two_signs__json=low("1e+-2"),
        syntax_number_exponents_two__json=low("1e2e3"),
        syntax_number_points_two__json=low("1.2.3"),
        syntax_number_with_comma__json=low("1,000"),
        syntax_number_underscore__json=low("1_000"),
        syntax_number_digit_of_another_script__json=low("٣"),
        syntax_number_full_width__json=low("１"),
        syntax_escape_unknown__json=title(r"a\xb"),
        syntax_escape_quote_single__json=title(r"a\'b"),
        syntax_escape_short__json=title(r"a\u12"),
        syntax_escape_no_digits__json=title(r"a\u00g0"),
        syntax_escape_capital_u__json=title(r"a\U0001F41F"),
        syntax_escape_last_backslash__json=title("a\\"),
        syntax_control_newline_raw__json=title("a\nb"),
        syntax_control_tab_raw__json=title("a\tb"),
        syntax_control_null_raw__json=title("a\x00b"),
        syntax_control_escape_raw__json=title("a\x1bb"),
        syntax_white_space_form_feed__json=b"\x0c" + DOCUMENT,
        syntax_white_space_no_break__json="\u00a0".encode() + DOCUMENT,
        syntax_white_space_line_separator__json=DOCUMENT.replace(b",", ",\u2028".encode(), 1),
        syntax_mark_after_blank__json=b" \xef\xbb\xbf" + DOCUMENT,
        syntax_yaml_for_json__json=yaml(),
        syntax_empty__yaml=b"",
        syntax_comment_alone__yaml=b"# a quay\n",
        syntax_tab_for_indent__yaml=yaml("people:\n\t- id: ana\n"),
        syntax_flow_not_closed__yaml=yaml("people: [\n"),
        syntax_quote_not_closed__yaml=yaml(title='"The quay'),
        syntax_control_raw__yaml=yaml(title="a\x01b"),
        syntax_colon_in_plain_text__yaml=yaml(title="quay: the story"),
        syntax_indent_too_small__yaml=yaml("people:\n  - id: ana\n - id: rui\n"),
        syntax_empty__msgpack=b"",
        syntax_cut_in_map__msgpack=packed()[:30],
        syntax_cut_in_text__msgpack=packed()[:-1],
        syntax_byte_never_used__msgpack=packed(title=b"\xc1"),
        syntax_list_longer_than_the_file__msgpack=packed(text("people") + b"\xdd\xff\xff\xff\xff", 1),
    ),
    **refused(
        "trailing-data",
        trailing_second_document__json=DOCUMENT * 2,
        trailing_document_on_next_line__json=DOCUMENT + b"\n" + DOCUMENT + b"\n",
        trailing_brace__json=DOCUMENT + b"}",
        trailing_comma__json=DOCUMENT + b",",
        trailing_word__json=DOCUMENT + b" true",
        trailing_comment__json=DOCUMENT + b" // a quay",
        trailing_null_byte__json=DOCUMENT + b"\x00",
        trailing_no_break_space__json=DOCUMENT + "\u00a0".encode(),
        trailing_mark__json=DOCUMENT + "\ufeff".encode(),
        trailing_second_document__yaml=yaml() + b"---\n" + yaml(),
        trailing_empty_document__yaml=yaml() + b"---\n",
        trailing_byte__msgpack=packed() + b"\xc0",
        trailing_second_document__msgpack=packed() * 2,
        trailing_newline__msgpack=packed() + b"\n",
    ),
    **refused(
        "duplicate-key",
        "/title",
        duplicate_title__json=json(',"title":"The quay"'),
        duplicate_title_of_another_value__json=json(',"title":"A pier"'),
        duplicate_title_escaped__json=json(r',"\u0074itle":"A pier"'),
        duplicate_title_three_times__json=json(',"title":"A pier","title":"A mole"'),
        duplicate_title__yaml=yaml("title: A pier\n"),
        duplicate_title_in_quotes__yaml=yaml('"title": A pier\n'),
        duplicate_title__msgpack=packed(text("title") + text("A pier"), 1),
    ),
    **refused(
        "duplicate-key",
        "/people/0/name",
        duplicate_name__json=json(f',"people":[{{{ANA},"name":"Rui"}}]'),
        duplicate_name__yaml=yaml("people:\n- id: ana\n  name: Ana\n  name: Rui\n"),
    ),
    **refused("duplicate-key", "/people/0/id", duplicate_id__json=json(f',"people":[{{"id":"rui",{ANA}}}]')),
    **refused("duplicate-key", "/people", duplicate_list__json=json(f',"people":[{{{ANA}}}],"people":[]')),
    **refused(
        "duplicate-key",
        "/schema_version",
        duplicate_version__json=json(',"schema_version":1'),
    ),
    **refused(
        "duplicate-key",
        "/people/0/roles/0/former",
        duplicate_flag__json=json(f',"people":[{{{ANA},"roles":[{{"title":"mayor","former":true,"former":true}}]}}]'),
    ),
    **refused(
        "lone-surrogate",
        "/title",
        surrogate_high__json=title(r"a\ud800"),
        surrogate_low__json=title(r"a\udc00"),
        surrogate_high_first__json=title(r"\ud83d a"),
        surrogate_pair_reversed__json=title(r"a\udc1f\ud83d"),
        surrogate_high_before_pair__json=title(r"a\ud83d\ud83d\udc1f"),
        surrogate_low_after_pair__json=title(r"a\ud83d\udc1f\udc1f"),
        surrogate_high_before_escape__json=title(r"a\ud83d\u0041"),
        surrogate_high_before_backslash__json=title(r"a\ud83d\\udc1f"),
        surrogate_capital_digits__json=title(r"a\uDFFF"),
        surrogate_high__yaml=yaml(title=r'"a\ud800"'),
    ),
    **refused(
        "lone-surrogate",
        "/people/0/aliases/0",
        surrogate_alias__json=json(f',"people":[{{{ANA},"aliases":["\\udfff"]}}]'),
    ),
    **refused("lone-surrogate", surrogate_in_key__json=json(r',"quay\ud800":1')),
    **refused(
        "lone-surrogate", "/people/0", surrogate_in_key_of_record__json=json(f',"people":[{{{ANA},"\\udc00":1}}]')
    ),
    **refused("bad-id", "/id", surrogate_in_id__json=json(id=r'"quay\ud800"')),
    **refused("bad-date", "/as_of", surrogate_in_date__json=json(as_of=r'"2021-06-14\ud800"')),
    **refused("bad-language", "/language", surrogate_in_language__json=json(language=r'"en\ud800"')),
    **refused(
        "dangling-reference",
        "/figures/0/about/0",
        surrogate_in_reference__json=json(
            ',"figures":[{"id":"b","label":"boats","low":1,"unit":"boat","about":["a\\ud800"]}]'
        ),
    ),
    **refused(
        "non-finite-number",
        LOW,
        number_nan__json=low("NaN"),
        number_infinity__json=low("Infinity"),
        number_minus_infinity__json=low("-Infinity"),
        number_exponent_too_large__json=low("1e400"),
        number_minus_exponent_too_large__json=low("-1E+999"),
        number_nan__yaml=yaml_low(".nan"),
        number_infinity__yaml=yaml_low(".inf"),
        number_minus_infinity__yaml=yaml_low("-.INF"),
        number_nan__msgpack=packed_low(b"\xcb" + struct.pack(">d", float("nan"))),
        number_infinity__msgpack=packed_low(b"\xcb" + struct.pack(">d", float("inf"))),
        number_infinity_of_32_bits__msgpack=packed_low(b"\xca" + struct.pack(">f", float("-inf"))),
    ),
    **refused("non-finite-number", "/title", number_nan_for_text__json=json(title="NaN")),
    **refused(
        "non-finite-number", "/schema_version", number_infinity_for_version__json=json(schema_version="Infinity")
    ),
    **refused("non-finite-number", "", number_nan_for_document__json=b"NaN"),
    **refused(
        "too-large",
        number_of_4301_digits__json=low("9" * 4301),
        number_of_4301_digits_negative__json=low("-" + "9" * 4301),
        number_of_five_thousand_digits__json=low("9" * 5000),
        number_of_five_thousand_digits_negative__json=low("-" + "1" * 5000),
        number_of_five_thousand_digits_for_version__json=json(schema_version="1" + "0" * 5000),
        number_of_five_thousand_digits__yaml=yaml_low("9" * 5000),
    ),
    **refused(
        "out-of-range",
        LOW,
        number_one_too_large__json=low("9007199254740992"),
        number_one_too_small__json=low("-9007199254740992"),
        number_of_64_bits__json=low("18446744073709551615"),
        number_over_64_bits__json=low("18446744073709551616"),
        number_of_400_digits__json=low("9" * 400),
        number_of_4300_digits__json=low("9" * 4300),
        number_of_4300_digits_negative__json=low("-" + "9" * 4300),
        number_exponent_sixteen__json=low("1e16"),
        number_one_too_large_with_point__json=low("9007199254740992.0"),
        number_exponent_sixteen__yaml=yaml_low("1e16"),
        number_exponent_sixteen__msgpack=packed_low(b"\xcb" + struct.pack(">d", 1e16)),
        number_one_too_large__msgpack=packed_low(b"\xcf" + struct.pack(">Q", 2**53)),
        number_of_64_bits__msgpack=packed_low(b"\xcf" + b"\xff" * 8),
    ),
    **refused(
        "wrong-type",
        LOW,
        number_in_quotes__json=low('"1"'),
        number_with_comma__yaml=yaml_low("3,5"),
        number_with_unit__yaml=yaml_low("5 percent"),
        number_with_underscore__yaml=yaml_low("1_000"),
        number_true__yaml=yaml_low("true"),
    ),
    **refused(
        "too-precise",
        LOW,
        number_seventeen_digits__json=low("0.30000000000000004"),
        number_too_close_to_zero__json=low("0.00001"),
        number_exponent_tiny__json=low("1e-300"),
        number_seventeen_digits__yaml=yaml_low("0.30000000000000004"),
        number_too_close_to_zero__yaml=yaml_low("1e-5"),
        number_seventeen_digits__msgpack=packed_low(b"\xcb" + struct.pack(">d", 0.1 + 0.2)),
        number_too_close_to_zero__msgpack=packed_low(b"\xcb" + struct.pack(">d", 0.00001)),
        number_tenth_of_32_bits__msgpack=packed_low(b"\xca" + struct.pack(">f", 0.1)),
    ),
    **refused(
        "wrong-type",
        "/people/0/age",
        age_with_point__json=json(f',"people":[{{{ANA},"age":34.0}}]'),
        age_of_32_bits__msgpack=packed(
            text("people")
            + b"\x91\x83"
            + text("id")
            + text("ana")
            + text("name")
            + text("Ana Reis")
            + text("age")
            + b"\xca"
            + struct.pack(">f", 34.0),
            1,
        ),
    ),
    **refused("wrong-type", "/schema_version", version_one_point_zero__json=json(schema_version="1.0")),
    **refused("wrong-type", "/as_of", date_year_plain__yaml=yaml(as_of="2021")),
    **refused(
        "wrong-type", "/title", text_number_plain__yaml=yaml(title="1958"), text_null_plain__yaml=yaml(title="~")
    ),
    **refused(
        "wrong-type",
        document_list__json=b"[" + DOCUMENT + b"]",
        document_text__json=b'"quay"',
        document_number__json=b"1",
        document_null__json=b"null",
        document_text__yaml=b"quay\n",
        document_list__yaml=b"- quay\n",
        document_nothing__yaml=b"---\n",
        document_nil__msgpack=b"\xc0",
        key_number__yaml=yaml("1: a quay\n"),
        key_null__yaml=yaml("~: a quay\n"),
        key_number__msgpack=packed(b"\x01\x01", 1),
    ),
    **refused(
        "too-deep",
        deep_33_levels__json=json(',"extra":' + "[" * 32 + "1" + "]" * 32),
        deep_33_levels_beside_others__json=json(',"extra":[0,' + "[" * 31 + "{}," + "1" + "]" * 31 + "]"),
        deep_40_lists__json=json(',"people":' + "[" * 40 + "1" + "]" * 40),
        deep_40_objects__json=json(',"people":' + '{"a":' * 40 + "1" + "}" * 40),
        deep_200_lists_alone__json=b"[" * 200 + b"1" + b"]" * 200,
        deep_10000_lists__json=json(',"people":' + "[" * 10000 + "]" * 10000),
        deep_10000_objects__json=json(',"people":' + '{"a":' * 10000 + "1" + "}" * 10000),
        deep_40_lists__yaml=yaml("people: " + "[" * 40 + "1" + "]" * 40 + "\n"),
        deep_10000_lists__yaml=yaml("people: " + "[" * 10000 + "]" * 10000 + "\n"),
        deep_40_lists__msgpack=packed(text("people") + b"\x91" * 40 + b"\x01", 1),
        deep_10000_lists__msgpack=packed(text("people") + b"\x91" * 10000 + b"\x01", 1),
    ),
    **refused(
        "unsupported-syntax",
        alias__yaml=yaml("people:\n- &ana {id: ana, name: Ana}\n- *ana\n"),
        anchor_without_alias__yaml=yaml(title="&t The quay"),
        aliases_that_grow__yaml=b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        tag_of_text__yaml=yaml(title="!!str The quay"),
        tag_of_python__yaml=yaml(title="!!python/object/apply:os.getcwd []"),
        tag_of_our_own__yaml=yaml(title="!quay The quay"),
        tag_binary__yaml=yaml(title="!!binary UXVheQ=="),
        key_list__yaml=yaml("? [a, b]\n: a quay\n"),
        key_list__msgpack=packed(b"\x91\x01\x01", 1),
    ),
    **refused(
        "unsupported-syntax",
        "/title",
        binary__msgpack=packed(title=b"\xc4\x08The quay"),
        extension__msgpack=packed(title=b"\xd4\x05\x00"),
        extension_long__msgpack=packed(title=b"\xc7\x03\x07abc"),
    ),
    **refused(
        "unsupported-syntax",
        "/as_of",
        timestamp__msgpack=packed(as_of=b"\xd6\xff" + struct.pack(">I", 1623628800)),
    ),
    **refused("unsupported-syntax", LOW, binary_for_number__msgpack=packed_low(b"\xc4\x01\x01")),
    **refused(
        "control-character",
        "/title",
        control_null_escaped__json=title(r"a\u0000b"),
        control_newline_escaped__json=title(r"a\nb"),
        control_return_escaped__json=title(r"a\rb"),
        control_form_feed_escaped__json=title(r"a\fb"),
        control_backspace_escaped__json=title(r"a\bb"),
        control_delete_raw__json=title("a\x7fb"),
        control_next_line_raw__json=title("a\x85b"),
        control_line_separator_raw__json=title("a\u2028b"),
        control_paragraph_separator_raw__json=title("a\u2029b"),
        control_literal_of_two_lines__yaml=yaml(title="|-\n  The\n  quay"),
        control_null__msgpack=packed(title=text("a\x00b")),
    ),
    **refused(
        "control-character", "/summary", control_folded_keeps_its_newline__yaml=yaml(summary=">\n  A quay\n  is built.")
    ),
    **refused(
        "not-normalized",
        "/title",
        normalization_decomposed_raw__json=title("cafe\u0301"),
        normalization_decomposed_escaped__json=title(r"cafe\u0301"),
        normalization_angstrom__json=title("\u212b"),
        normalization_hangul_parts__json=title("\u1112\u1161\u11ab"),
        normalization_marks_out_of_order__json=title("q\u0307\u0323"),
        normalization_composition_excluded__json=title("\ufb1d"),
        normalization_decomposed__yaml=yaml(title="cafe\u0301"),
        normalization_decomposed__msgpack=packed(title=text("cafe\u0301")),
    ),
    **refused(
        "bad-id",
        "/id",
        id_newline_escaped__json=json(id=r'"quay\n"'),
        id_full_width__json=json(id='"ｑuay"'),
        id_null_escaped__json=json(id=r'"quay\u0000"'),
        id_joiner__json=json(id='"qu\u200day"'),
    ),
    **refused(
        "bad-date",
        "/as_of",
        date_newline_escaped__json=json(as_of=r'"2021-06-14\n"'),
        date_full_width__json=json(as_of='"２０２１-06-14"'),
        date_minus_sign__json=json(as_of='"2021−06−14"'),
    ),
    **refused(
        "unsupported-version",
        "/schema_version",
        version_newer_and_all_else_wrong__json=b'{"schema_version":2,"people":7}',
    ),
    **refused("unknown-key", "/title ", key_with_blank__json=json(',"title ":"A pier"')),
    **refused("unknown-key", "/ti\u200btle", key_with_zero_width_space__json=json(',"ti\u200btle":"A pier"')),
    **refused("unknown-key", "/__proto__", key_of_javascript__json=json(',"__proto__":{"a":1}')),
    **refused("unknown-key", "/<<", key_of_merge__yaml=yaml("<<: {title: A pier}\n")),
}


def expected() -> dict[str, Any]:
    """The problem of each refused file, by its name."""
    return {f"n_{name}": {"pointer": pointer, "rule": rule} for name, (_, pointer, rule) in sorted(REFUSED.items())}


def files() -> dict[str, bytes]:
    """All files, by name."""
    found = {f"y_{name}": data for name, data in ACCEPTED.items()} | {
        f"n_{name}": data for name, (data, _, _) in REFUSED.items()
    }
    return dict(sorted(found.items()))
