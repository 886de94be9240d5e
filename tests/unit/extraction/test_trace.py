"""What stands behind a claim beside its own values."""

from __future__ import annotations

TEXT = (
    "Bilal Karimi, a Taliban spokesman, spoke on Saturday. He said that eight resistance fighters were killed in Khinj, Panjshir. "
    "Two shops burned in Kunduz."
)


def test_a_trace_names_the_rule_of_the_attribution_and_whom_a_pronoun_means(extractor, report_of):
    (claim, trace), *_ = extractor.traced(report_of(TEXT))

    assert trace.claim == claim.id
    assert trace.rule == "clausal complement"
    assert trace.probability is not None
    assert TEXT[slice(*trace.said)] == "He"
    assert TEXT[slice(*trace.antecedent)].startswith("Bilal Karimi")


def test_a_trace_shows_what_a_place_could_be(extractor, report_of):
    (claim, trace), *_ = extractor.traced(report_of(TEXT))

    assert claim.place is not None
    assert trace.candidates[0].country == claim.place.country == "AF"
    assert [one.share for one in trace.candidates] == sorted((one.share for one in trace.candidates), reverse=True)
    assert trace.place_reason in {"exact", "variant"}


def test_what_the_outlet_says_itself_has_no_rule_of_attribution(extractor, report_of):
    made = extractor.traced(report_of("The Taliban captured Kunduz on Saturday."))

    assert [(trace.rule, trace.said, trace.attribution) for _, trace in made] == [(None, None, ())]


def test_tracing_a_report_gives_the_claims_that_reading_it_gives(extractor, report_of):
    report = report_of(TEXT)

    assert [claim for claim, _ in extractor.traced(report)] == extractor.extract(report)
