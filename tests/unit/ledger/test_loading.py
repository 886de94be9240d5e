from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from counterclaim.claims.claim import Extractor
from counterclaim.claims.errors import UnknownClaim
from counterclaim.ledger import ClaimQuery, Loaded, tables

HAND = Extractor(name="hand", version="1")


def by_hand(bench, report, start=29, **changes):
    return bench.claim(report, start=start, extractor=HAND, **changes)


def test_claims_without_their_text_are_kept_and_asked_for(ledger, bench):
    claim = by_hand(bench, bench.report())
    assert ledger.load([claim], when=bench.noon) == Loaded(new=1, known=0)
    assert list(ledger.claims(ClaimQuery(place="bazarak"))) == [claim]
    assert ledger.claim(claim.id[:8]) == claim
    assert list(ledger.reports()) == []
    assert ledger.appearances(claim.report.sha256) == ()
    with pytest.raises(UnknownClaim):
        ledger.report(claim.report.sha256)
    assert ledger.summary().claims == 1


def test_loading_twice_adds_nothing_and_the_order_does_not_matter(ledger, bench):
    report = bench.report()
    one, other = by_hand(bench, report), by_hand(bench, report, start=36)
    assert ledger.load([other], when=bench.noon).new == 1
    assert ledger.load([one, other, one], when=bench.noon + dt.timedelta(days=1)) == Loaded(new=1, known=2)
    assert list(ledger.claims()) == [one, other]


def test_words_are_checked_against_a_text_that_is_here(ledger, bench):
    report = bench.report()
    ledger.add(report, [], extractor=bench.first, when=bench.noon)
    right = by_hand(bench, report)
    wrong = by_hand(bench, report, start=36, quote="x" * 64)
    loaded = ledger.load([wrong, right], when=bench.noon + dt.timedelta(days=1))
    assert (loaded.new, loaded.known) == (1, 0)
    assert [one.nth for one in loaded.refused] == [0]
    assert "quote" in loaded.refused[0].reason
    assert list(ledger.claims()) == [right]


def test_an_extractor_that_tells_a_claim_otherwise_is_refused_and_another_version_is_not(ledger, bench):
    claim = by_hand(bench, bench.report())
    changed = replace(claim, negated=True)
    ledger.load([claim], when=bench.noon)
    assert "otherwise before" in ledger.load([changed], when=bench.noon).refused[0].reason
    assert list(ledger.claims()) == [claim]
    corrected = replace(changed, extractor=Extractor(name="hand", version="2"))
    assert ledger.load([corrected], when=bench.noon + dt.timedelta(days=1)).new == 1
    assert list(ledger.claims()) == [corrected]


def test_what_was_loaded_does_not_keep_the_text_from_being_read(ledger, bench):
    report = bench.report()
    some = bench.claim(report)
    ledger.load([some], when=bench.noon)
    assert not ledger.is_read(report, bench.first)
    both = [some, bench.claim(report, start=36)]
    ledger.add(report, both, extractor=bench.first, when=bench.noon)
    assert list(ledger.claims()) == both
    assert ledger.report("a") == report
    assert ledger.appearances(report.sha256) == (report,)
    assert ledger.load([some], when=bench.noon) == Loaded(new=0, known=1)


def test_one_text_under_two_ids_keeps_the_claims_of_both(ledger, bench):
    report = bench.report(text=bench.text)
    claims = [by_hand(bench, replace(report, id=name), id=f"{name}#1") for name in ("a", "b")]
    ledger.load(claims, when=bench.noon)
    assert list(ledger.claims()) == claims


def test_what_is_known_of_a_report_stands_in_the_columns_that_are_named_so(ledger, bench):
    report = replace(bench.report(), title="Bazarak fell", url="https://post.example/1")
    ledger.load([by_hand(bench, report)], when=bench.noon)
    with ledger._engine.connect() as opened:
        row = opened.execute(tables.appearances.select()).one()
        (claim,) = opened.execute(tables.claims.select()).all()

    known = (row.sha256, row.report_id, row.title, row.outlet, row.published, row.language, row.url, row.byline)
    assert known == (report.sha256, "a", "Bazarak fell", "Daily Post", report.published, "en", "https://post.example/1", None)
    assert (claim.report_id, claim.start, claim.published, claim.kind) == ("a", 29, report.published, "casualties")
