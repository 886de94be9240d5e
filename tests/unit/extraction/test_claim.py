"""How a finding becomes a claim: ids, content, stance, polarity, means and evidence."""

from __future__ import annotations

import pytest

from counterclaim.claims.attribution import Stance
from counterclaim.claims.event import Mode, Polarity

TEXT = (
    "The Taliban captured Khinj and Unabah districts in Panjshir on Saturday, spokesman Bilal Karimi said. "
    "The resistance denied this. Two soldiers and a child died. He said 30 fighters had surrendered since Friday."
)


def test_ids_are_unique_and_stable(claims_of):
    once, again = claims_of(TEXT), claims_of(TEXT)
    assert [c.id for c in once] == [c.id for c in again]
    assert len({c.id for c in once}) == len(once) > 4


def test_denied_ids_are_of_claims_before(claims_of):
    claims = claims_of(TEXT)
    before: set[str] = set()
    for claim in claims:
        assert claim.denies is None or claim.denies in before
        before.add(claim.id)
    assert any(c.denies for c in claims)


def test_the_id_changes_with_the_text(claims_of):
    assert {c.id for c in claims_of(TEXT)}.isdisjoint({c.id for c in claims_of(TEXT + " Nothing more is known.")})


def test_everything_reslices(claims_of, report_of):
    text = report_of(TEXT).text
    for claim in claims_of(TEXT):
        assert text[claim.start : claim.end] == claim.quote
        assert all(claim.start <= a < b <= claim.end for a, b in claim.content)
        for part in (claim.cue, claim.place, claim.dates, *claim.counts):
            assert part is None or part.start is None or text[part.start : part.end] == part.text
        for span in claim.evidence.values():
            assert text[slice(*span)].strip()


def test_content_is_what_the_asserter_vouches_for(claims_of):
    text = "Karimi, a Taliban spokesman, said 30 fighters surrendered."
    (claim,) = claims_of(text)
    assert [text[a:b] for a, b in claim.content] == ["30 fighters surrendered"]


def test_the_outlet_vouches_for_the_whole_sentence(claims_of):
    text = "Thirty fighters surrendered in Kunduz."
    (claim,) = claims_of(text)
    assert claim.content == ((0, len(text)),)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Ukraine said 400 Russian soldiers were killed.", Polarity.ENEMY_LOSS),
        ("Russia said 89 Russian soldiers were killed.", Polarity.OWN_LOSS),
        ("Russia said three civilians were killed.", Polarity.THIRD_PARTY_LOSS),
        ("The Taliban said they captured Kunduz.", Polarity.OWN_GAIN),
        ("Ukraine said Russian troops captured Soledar.", Polarity.ENEMY_GAIN),
        ("Moscow said Kyiv lost control of Avdiivka in Ukraine.", Polarity.ENEMY_LOSS),
        ("Residents said Russian troops captured Soledar in Ukraine.", None),
        ("Ukraine said no Russian soldiers were killed.", None),
        ("Russian troops captured Soledar in Ukraine.", None),
    ],
)
def test_polarity_is_seen_from_the_asserter(claims_of, text, polarity):
    assert claims_of(text)[0].polarity is polarity


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Russia admitted that 89 Russian soldiers were killed.", Stance.CONCEDES),
        ("Russia confirmed that 89 Russian soldiers were killed.", Stance.CONCEDES),
        ("Ukraine confirmed that 89 Russian soldiers were killed.", Stance.CONFIRMS),
        ("Ukraine claimed that 89 Russian soldiers were killed.", Stance.CLAIMS),
    ],
)
def test_only_an_own_loss_is_conceded(claims_of, text, stance):
    assert claims_of(text)[0].stance is stance


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A drone strike killed 12 people.", Mode.DRONE_STRIKE),
        ("Twelve people were killed by a roadside bomb.", Mode.EXPLOSIVE_DEVICE),
        ("Artillery fire wounded five children.", Mode.SHELLING),
        ("Ukraine shot down 12 drones.", None),
        ("Twelve people were killed.", None),
    ],
)
def test_means(claims_of, text, mode):
    assert claims_of(text)[-1].mode is mode


def test_evidence_gives_the_words_of_who_acts_and_who_suffers(claims_of):
    text = "Al-Shabaab fighters killed three Kenyan soldiers."
    (claim,) = claims_of(text)
    assert {key: text[slice(*span)] for key, span in claim.evidence.items()} == {
        "event": "killed",
        "actor": "Al-Shabaab fighters",
        "target": "three Kenyan soldiers",
    }


def test_unverified_is_the_reports_remark_and_no_stance(claims_of):
    (claim,) = claims_of("Wagner said it had captured Bakhmut in Ukraine. It was not possible to verify the claim.")
    assert claim.unverified
    assert claim.stance is Stance.SAYS
