from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from counterclaim.claims.attribution import Source
from counterclaim.claims.count import Outcome
from counterclaim.export.table import COLUMNS, write_table


def table(*claims, **options) -> list[dict[str, str]]:
    stream = io.BytesIO()
    many = write_table(claims, stream, **options)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))
    assert len(rows) == many
    return rows


def test_a_row_holds_the_claim_and_its_count(claim):
    (row,) = table(claim)
    expected = {
        "claim": "0123456789abcdef0123",
        "published": "2021-09-05",
        "source": "the Front’s speaker",
        "party": "Northern Front",
        "chain": "channel: Telegram",
        "unverified": "false",
        "control": "captured",
        "latitude": "-35.5",
        "earliest": "2021-09-04",
        "nth": "1",
        "count_outcome": "killed",
        "count_low": "31",
        "count_high": "",
        "count_party": "Taliban",
        "count_text": "Over 30",
        "quote": claim.quote,
        "mode": "",
        "confidence": "0.5",
    }
    assert {name: row[name] for name in expected} == expected
    assert tuple(row) == COLUMNS
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_each_count_has_a_row_and_outcomes_stay_apart(claim):
    killed = claim.counts[0]
    two = replace(claim, counts=(killed, replace(killed, outcome=Outcome.CAPTURED, low=600)))
    assert [(row["claim"], row["nth"], row["count_outcome"], row["count_low"]) for row in table(two)] == [
        (claim.id, "1", "killed", "31"),
        (claim.id, "2", "captured", "600"),
    ]


def test_a_claim_that_counts_nothing_has_one_row(claim):
    (row,) = table(replace(claim, counts=(), source=None, place=None, dates=None))
    assert (row["nth"], row["count_outcome"], row["source"], row["place_text"], row["earliest"]) == ("", "", "", "", "")


def test_no_claims_give_a_heading():
    stream = io.BytesIO()
    assert write_table([], stream) == 0
    assert stream.getvalue().decode() == ",".join(COLUMNS) + "\r\n"


def test_the_mark_for_excel_comes_first_and_once(claim):
    stream = io.BytesIO()
    write_table([claim], stream, bom=True)
    assert stream.getvalue().startswith(b"\xef\xbb\xbfclaim,report,")
    assert stream.getvalue().count(b"\xef\xbb\xbf") == 1


@pytest.mark.parametrize(
    "first", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "  =", "\xa0=", "\ufeff=", "\x00="]
)
def test_words_are_never_run_as_a_formula(claim, first):
    words = f'{first}cmd|"/c calc"!A1'
    (row,) = table(replace(claim, source=Source(name=words), actor=words))
    assert row["source"] == row["actor"] == f"'{words}"


def test_quotes_line_ends_and_commas_stay_in_their_cell(claim):
    quote = 'He said: "No,\r\nnever";\n' + claim.quote
    (row,) = table(replace(claim, quote=quote, end=claim.start + len(quote)))
    assert row["quote"] == quote


def test_what_people_made_of_a_claim_stands_in_parallel_lists(claim, assessed):
    (row,) = table(claim, known=assessed)
    assert row["rating"] == "doubtful; unresolved"
    assert row["admiralty"] == "C4; F2"
    assert row["assessed_by"] == "Ann; Bo"
    assert row["assessed_at"] == "2021-09-06T12:00:00+00:00; 2021-09-06T12:00:00+00:00"
    assert row["assessed_why"] == "'=film, of another town; no film"


def test_what_nobody_assessed_cannot_be_judged(claim):
    (row,) = table(claim)
    assert [row[name] for name in ("rating", "admiralty", "assessed_by", "assessed_at", "assessed_why")] == ["", "F6", "", "", ""]
