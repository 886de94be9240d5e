"""Whatever the order of paragraphs, offsets re-slice, and every number keeps its own outcome."""

from __future__ import annotations

import datetime as dt
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claims.claim import Claim
from counterclaim.claims.report import Part, Report, Section
from counterclaim.extraction.pipeline import Extractor

# Paragraphs, each with the outcomes of the numbers in it.
PARAGRAPHS = {
    "The resistance said 700 Taliban fighters were killed and 600 captured in Panjshir.": {"700": "killed", "600": "captured"},
    "Al-Shabaab killed 31 Kenyan soldiers and wounded 17 others near Lamu on Friday.": {"31": "killed", "17": "wounded"},
    "Russia's defence ministry denied Ukraine's claim that 400 Russian soldiers were killed in Makiivka.": {"400": "killed"},
    "The rebels lost 51 fighters and 8 tanks, a Sudanese army spokesman said. He said 45 rebels surrendered.": {
        "51": "killed",
        "8": "lost",
        "45": "surrendered",
    },
    "At least 23 civilians were killed or wounded in Aden since Monday, the Houthis said.": {"At least 23": "killed_or_wounded"},
    "Armenia said that 64 soldiers died and 13 were missing. Azerbaijan denied this.": {"64": "killed", "13": "missing"},
    "“We shot down 12 drones,” the spokesman said, “and 19 of their men fled.”": {"12": "destroyed", "19": "displaced"},
}
UNRELATED = (
    "The price of wheat rose to 310 dollars a tonne.",
    "Ελλάδα — the museum opened; 4,000 came.",
    "Delegates will meet again in Doha next week.",
)


@cache
def extractor() -> Extractor:
    return Extractor("rules")


def report_of(paragraphs: list[str]) -> Report:
    text, sections = "", []
    for paragraph in paragraphs:
        sections.append(Section(part=Part.BODY, start=len(text), end=len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return Report(id="r", text=text, raw_sha256="0" * 64, sections=tuple(sections), published=dt.date(2024, 5, 6))


def read(paragraphs: list[str]) -> list[Claim]:
    return extractor().extract(report_of(paragraphs))


def figures(claims: list[Claim]) -> set[tuple[str, str]]:
    return {(count.text, count.outcome) for claim in claims for count in claim.counts}


told = st.lists(st.sampled_from(sorted(PARAGRAPHS)), min_size=1, max_size=5, unique=True)
mixed = (
    st.tuples(told, st.lists(st.sampled_from(UNRELATED), max_size=2, unique=True)).map(lambda t: [*t[0], *t[1]]).flatmap(st.permutations)
)


@settings(max_examples=30)
@given(mixed)
def test_every_offset_gives_the_words_that_stand_there(paragraphs: list[str]) -> None:
    text = report_of(paragraphs).text
    ids = []
    for claim in read(paragraphs):
        ids.append(claim.id)
        assert text[claim.start : claim.end] == claim.quote
        assert any(claim.quote in paragraph for paragraph in paragraphs)
        assert all(claim.start <= a < b <= claim.end for a, b in claim.content)
        for part in (claim.cue, claim.place, claim.dates, *claim.counts):
            assert part is None or part.start is None or text[part.start : part.end] == part.text
        assert claim.denies is None or claim.denies in ids
    assert len(ids) == len(set(ids))


@settings(max_examples=30)
@given(mixed)
def test_each_number_keeps_its_outcome_and_none_is_added_up(paragraphs: list[str]) -> None:
    expected = {row for paragraph in paragraphs for row in PARAGRAPHS.get(paragraph, {}).items()}
    assert figures(read(paragraphs)) == expected


@settings(max_examples=15)
@given(told)
def test_reading_twice_gives_the_same_claims(paragraphs: list[str]) -> None:
    assert read(paragraphs) == read(paragraphs)
