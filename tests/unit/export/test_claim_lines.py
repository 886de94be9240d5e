from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.export import claims
from counterclaim.export.claims import claims_in, decode_claim, encode_claim, read_claims, write_claims


def test_a_line_has_every_key_in_the_order_of_the_claim_model(claim):
    assert encode_claim(claim).decode() == (
        '{"format":"counterclaim/claim/1","id":"0123456789abcdef0123",'
        '"report":{"id":"r1","title":"Khinj","outlet":"Daily Post","url":null,"published":"2021-09-05","sha256":"' + "ab" * 32 + '"},'
        '"start":10,"end":69,"quote":"Over 30 of theirs fell at Khinj, the Front’s speaker wrote.","content":[[10,41]],'
        '"source":{"name":"the Front’s speaker","party":"Northern Front","role":"spokesperson","start":43,"end":62},'
        '"cue":{"text":"wrote","start":63,"end":68},"chain":[{"role":"channel","name":"Telegram","start":null,"end":null}],'
        '"stance":"says","unverified":false,"asserted_at":null,"denies":null,'
        '"kind":"control","mode":null,"actor":"Northern Front","target":null,"negated":false,"modality":"happened","polarity":"own_gain",'
        '"counts":[{"outcome":"killed","unit":"persons","low":31,"high":null,"best":null,"operator":"more_than","of":null,"party":"Taliban",'
        '"text":"Over 30","scope":"event","window":null,"revises":null,"rule":"CC-1","start":10,"end":17}],'
        '"control":{"change":"captured","party":"Northern Front"},'
        '"place":{"text":"Khinj","name":"Khenj","admin1":null,"admin2":null,"country":"AF","latitude":-35.5,"longitude":69.75,'
        '"geonames":1136737,"precision":3,"score":null,"start":36,"end":41},'
        '"dates":{"earliest":"2021-09-04","latest":"2021-09-04","precision":1,"text":null,"start":null,"end":null},'
        '"evidence":{"negated":null,"actor":[43,62]},"confidence":0.5,"extractor":{"name":"rules","version":"1"}}'
    )


def test_what_was_written_is_read(claim, tmp_path):
    path = tmp_path / "claims.jsonl"
    bare = replace(claim, id="2", source=None, cue=None, place=None, dates=None, counts=(), confidence=None)
    with path.open("wb") as stream:
        assert write_claims([claim, bare], stream) == 2
    assert list(read_claims(path)) == [claim, bare]


def test_a_mark_at_the_start_blank_lines_and_windows_line_ends_are_passed_over(claim):
    line = encode_claim(claim)
    stream = io.BytesIO(b"\xef\xbb\xbf" + line + b"\r\n\r\n  \n" + line)
    assert list(claims_in(stream, source="memory")) == [claim, claim]


def test_a_broken_line_is_told_by_its_number_after_the_lines_before_it(claim):
    stream = io.BytesIO(encode_claim(claim) + b"\n\n{broken\n")
    given = claims_in(stream, source="claims.jsonl")
    assert next(given) == claim
    with pytest.raises(UnreadableInput) as caught:
        next(given)
    assert (caught.value.source, caught.value.place) == ("claims.jsonl", "line 3")
    assert caught.value.way_out


def changed(claim, **changes) -> bytes:
    return json.dumps(json.loads(encode_claim(claim)) | changes).encode()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"format": "counterclaim/claim/2"}, "format"),
        ({"kind": "battle"}, "kind"),
        ({"start": "10"}, "start"),
        ({"start": 11}, "does not frame"),
        ({"content": []}, "content"),
        ({"content": [[10, 11, 12]]}, "content"),
        ({"confidence": 2}, "not between 0 and 1"),
        ({"control": None}, "control"),
        ({"asserted_at": "yesterday"}, "asserted_at"),
        ({"place": {"name": "Khenj"}}, "missing required field `text`"),
        ({"remark": "?"}, "unknown remark"),
    ],
)
def test_a_value_that_no_claim_can_have_is_told(claim, changes, reason):
    with pytest.raises(UnreadableInput, match=reason):
        decode_claim(changed(claim, **changes), source="memory", number=1)


def test_a_missing_key_is_told_even_where_the_claim_has_a_default(claim):
    line = json.loads(encode_claim(claim))
    del line["unverified"], line["chain"]
    with pytest.raises(UnreadableInput, match="missing chain, unverified"):
        decode_claim(json.dumps(line).encode(), source="memory", number=1)


@pytest.mark.parametrize(
    "line", [b"[]", b"null", b"7", b'"', b"\xff\xfe", b'{"id": "\xff"}', b"\x00" * 50, b"[" * 100_000, b'{"id":' * 100_000]
)
def test_a_line_that_is_no_claim_at_all_is_told(line):
    with pytest.raises(UnreadableInput, match="memory, line 4"):
        decode_claim(line, source="memory", number=4)


def test_bytes_that_are_no_utf8_inside_a_claim_are_told(claim):
    with pytest.raises(UnreadableInput):
        decode_claim(encode_claim(claim).replace("’".encode(), b"\x92"), source="memory", number=1)


def test_a_line_without_end_does_not_fill_the_memory(claim, monkeypatch):
    line = encode_claim(claim)
    monkeypatch.setattr(claims, "LONGEST_LINE", len(line) + 1)
    stream = io.BytesIO(line + b"\n" + b"x" * 10 * len(line))
    given = claims_in(stream, source="memory")
    assert next(given) == claim
    with pytest.raises(UnreadableInput, match="line 2: is longer"):
        next(given)
    assert stream.tell() <= 2 * len(line) + 4


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UnreadableInput, match="No such file") as caught:
        next(read_claims(tmp_path / "claims.jsonl"))
    assert caught.value.way_out


def test_a_folder_is_told(tmp_path):
    with pytest.raises(UnreadableInput, match="directory"):
        next(read_claims(tmp_path))
