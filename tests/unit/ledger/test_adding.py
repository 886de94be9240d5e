from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from counterclaim.claims.errors import InvalidClaim, LedgerError, UnknownClaim
from counterclaim.ledger import Added, Failure, Ledger, Reading, tables


def test_a_claim_comes_back_as_it_was_added(ledger, bench):
    report = bench.report()
    claim = bench.claim(report)
    added = ledger.add(report, [claim], extractor=bench.first, when=bench.noon)
    assert added == Added(new_reports=1, new_readings=1, new_claims=1)
    assert list(ledger.claims()) == [claim]
    assert ledger.report("a") == report


def test_what_was_added_is_there_after_closing(tmp_path, bench):
    report = bench.report()
    with Ledger.open(tmp_path / "war.db") as ledger:
        ledger.add(report, [bench.claim(report)], extractor=bench.first, when=bench.noon)
    with Ledger.open(tmp_path / "war.db", create=False) as ledger:
        assert [claim.report.id for claim in ledger.claims()] == ["a"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["war.db"]


def test_reading_twice_adds_nothing(ledger, bench):
    report = bench.report()
    ledger.add(report, [bench.claim(report)], extractor=bench.first, when=bench.noon)
    again = ledger.add(report, [bench.claim(report)], extractor=bench.first, when=bench.noon + dt.timedelta(days=1))
    assert again == Added(new_reports=0, new_readings=0, new_claims=0)
    assert len(list(ledger.claims())) == 1


def test_a_copy_from_another_folder_is_no_new_appearance(ledger, bench):
    report = bench.report(path="here/a.txt")
    ledger.add(report, [], extractor=bench.first, when=bench.noon)
    moved = replace(report, path="there/a.txt", raw_sha256="11", copy_of="b")
    assert ledger.is_read(moved, bench.first)
    assert ledger.add(moved, [], extractor=bench.first, when=bench.noon).new_readings == 0
    assert len(ledger.appearances(report.sha256)) == 1


def test_a_newer_extractor_reads_beside_the_older_and_is_the_one_that_is_asked(ledger, bench):
    report = bench.report()
    old, both = bench.claim(report), bench.claim(report, start=36)
    new = replace(old, confidence=0.5, extractor=bench.second)
    ledger.add(report, [old, both], extractor=bench.first, when=bench.noon)
    added = ledger.add(report, [new], extractor=bench.second, when=bench.noon + dt.timedelta(hours=1))
    assert added == Added(new_reports=0, new_readings=1, new_claims=1)
    assert list(ledger.claims()) == [new]
    assert ledger.claim(old.id) == new
    assert ledger.claim(both.id) == both, "a claim that only an older reading has is still found by its id"
    assert ledger.summary().claims == 1


def test_the_reading_that_finished_last_counts_even_where_it_found_nothing(ledger, bench):
    report = bench.report()
    ledger.add(report, [], extractor=bench.second, when=bench.noon + dt.timedelta(hours=1))
    ledger.add(report, [bench.claim(report)], extractor=bench.first, when=bench.noon)
    assert list(ledger.claims()) == []


def test_moments_are_compared_across_time_zones(ledger, bench):
    report = bench.report()
    kabul = dt.timezone(dt.timedelta(hours=4, minutes=30))
    earlier = bench.reading(report, bench.claim(report), extractor=bench.first, finished=dt.datetime(2021, 9, 6, 14, tzinfo=kabul))
    later = bench.reading(report, extractor=bench.second, finished=dt.datetime(2021, 9, 6, 10, tzinfo=dt.UTC))
    ledger.add_batch([earlier, later])
    assert list(ledger.claims()) == []


def test_a_failed_reading_hides_no_older_one_and_may_be_tried_again(ledger, bench):
    report = bench.report()
    claim = bench.claim(report)
    ledger.add(report, [claim], extractor=bench.first, when=bench.noon)
    ledger.add_batch([bench.reading(report, extractor=bench.second, finished=bench.noon + dt.timedelta(hours=1), failure="no memory")])
    assert list(ledger.claims()) == [claim]
    assert not ledger.is_read(report, bench.second)
    ledger.add(report, [], extractor=bench.second, when=bench.noon + dt.timedelta(hours=2))
    assert ledger.is_read(report, bench.second)
    assert list(ledger.claims()) == []


def test_is_read_is_about_the_version_and_the_appearance(ledger, bench):
    report = bench.report()
    elsewhere = replace(report, outlet="Evening News", published=dt.date(2021, 9, 9))
    ledger.add(report, [], extractor=bench.first, when=bench.noon)
    assert ledger.is_read(report, bench.first)
    assert ledger.is_read(report.sha256, bench.first)
    assert ledger.is_read(elsewhere.sha256, bench.first)
    assert not ledger.is_read(elsewhere, bench.first)
    assert not ledger.is_read(report, bench.second)
    assert not ledger.is_read(bench.report("b"), bench.first)


def test_one_text_in_two_outlets_is_one_report_with_two_appearances_and_speaks_once(ledger, bench):
    late = bench.report("late", text=bench.text, outlet="Evening News", published=dt.date(2021, 9, 9), url="https://evening.example/1")
    early = bench.report("early", text=bench.text)
    for report in (late, early):
        ledger.add(report, [bench.claim(report)], extractor=bench.first, when=bench.noon)
    assert ledger.appearances(early.sha256) == (early, late)
    assert list(ledger.reports()) == [early]
    assert [claim.report.id for claim in ledger.claims()] == ["early"]
    assert ledger.report(early.sha256[:12]) == early
    assert ledger.report("late") == late
    summary = ledger.summary()
    assert (summary.reports, summary.appearances, summary.readings, summary.claims) == (1, 2, 2, 1)


def test_a_batch_is_added_whole_or_not_at_all(ledger, bench):
    report = bench.report()
    other = bench.report("b")

    def batch():
        yield bench.reading(report, bench.claim(report))
        yield bench.reading(other, bench.claim(report))

    with pytest.raises(InvalidClaim, match="another text"):
        ledger.add_batch(batch())
    assert ledger.summary().reports == 0


def test_two_claims_of_a_report_cannot_have_one_id(bench):
    report = bench.report()
    claim = bench.claim(report)
    with pytest.raises(InvalidClaim, match="one id"):
        bench.reading(report, claim, replace(claim, negated=True))


def test_a_reading_that_failed_has_no_claims(bench):
    report = bench.report()
    with pytest.raises(InvalidClaim, match="failure"):
        bench.reading(report, bench.claim(report), failure="no memory")


def test_a_moment_without_a_time_zone_is_refused(ledger, bench):
    with pytest.raises(InvalidClaim, match="time zone"):
        ledger.add(bench.report(), [], extractor=bench.first, when=dt.datetime(2021, 9, 6))  # noqa: DTZ001
    assert ledger.summary().reports == 0


def test_failures_are_kept_once_in_the_order_of_trying(ledger, bench):
    late = Failure(input="b.html", reason="no text", happened=bench.noon + dt.timedelta(hours=1), way_out="look at the page")
    early = Failure(input="a.jsonl", place="line 7", reason="no JSON", happened=bench.noon)
    assert ledger.record_failure(late, early) == 2
    assert ledger.record_failure(replace(early, happened=bench.noon + dt.timedelta(days=1))) == 0
    assert ledger.failures() == (early, late)
    assert ledger.summary().failures == 2


def test_summary_counts_claims_of_each_party(ledger, bench):
    report = bench.report()
    own = bench.claim(report)
    nobody = bench.claim(report, start=30, source=None)
    unknown = bench.claim(report, start=31, source=replace(own.source, party=None))
    more = bench.claim(report, start=32)
    ledger.add_batch([Reading(report=report, claims=(own, nobody, unknown, more), extractor=bench.first, finished=bench.noon)])
    assert ledger.summary().parties == (("Northern Front", 2), (None, 1), ("media", 1))


def test_the_start_of_an_id_names_a_claim_only_where_it_names_one(ledger, bench):
    report = bench.report()
    found = [bench.claim(report, start=30 + n, id=name) for n, name in enumerate(("aaa1", "aaa2", "aaa", "b%"))]
    ledger.add(report, found, extractor=bench.first, when=bench.noon)
    assert ledger.claim("aaa2").id == "aaa2"
    assert ledger.claim("aaa").id == "aaa", "an id that is whole is not ambiguous"
    assert ledger.claim("b").id == "b%"
    with pytest.raises(UnknownClaim, match="3 claims: "):
        ledger.claim("aa")
    with pytest.raises(UnknownClaim, match="no such claim"):
        ledger.claim("c")
    with pytest.raises(UnknownClaim):
        ledger.claim("")


def test_one_id_for_two_texts_is_told(ledger, bench):
    for text in (bench.text + " One.", bench.text + " Two."):
        ledger.add(bench.report(text=text), [], extractor=bench.first, when=bench.noon)
    with pytest.raises(UnknownClaim, match="2 reports"):
        ledger.report("a")
    with pytest.raises(UnknownClaim, match="no such report"):
        ledger.report("b")


def test_a_report_keeps_every_field(ledger, bench):
    report = bench.report(
        title="Bazarak fell",
        byline="Staff",
        language="ru",
        url="https://post.example/1",
        path="a.txt",
        copy_of="z",
        unread="language: ru",
        published=None,
        text="Nul \x00, \u202b\u0639\u0631\u0628\u064a\u202c, \U0001f600 and a long enough rest.",
        sections=(),
    )
    ledger.add(report, [], extractor=bench.first, when=bench.noon)
    assert list(ledger.reports()) == [report]


@pytest.mark.parametrize("table", sorted(tables.METADATA.tables))
@pytest.mark.parametrize("verb", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"])
def test_nothing_in_the_file_is_changed_or_removed(ledger, bench, table, verb):
    bench.fill(ledger)
    column = next(iter(tables.METADATA.tables[table].c)).name
    with ledger._engine.connect() as connection, pytest.raises(IntegrityError, match="only grows"):
        connection.exec_driver_sql(verb.format(table, column))


def test_damage_is_found(tmp_path, bench):
    path = tmp_path / "war.db"
    with Ledger.open(path) as ledger:
        ledger.add_batch(bench.reading(bench.report(f"r{n}")) for n in range(200))
        ledger.check()
    pages = bytearray(path.read_bytes())
    middle = len(pages) // 2 // 4096 * 4096
    pages[middle : middle + 4096] = b"\x55" * 4096
    path.write_bytes(pages)
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="damaged"):
        ledger.check()
