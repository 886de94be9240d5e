"""Denials of claims: those told in the denial's own words, and those that only point back ("Pakistan denies this")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.claims.attribution import Stance
from counterclaim.claims.count import Count, Unit
from counterclaim.claims.place import Place
from counterclaim.extraction import cue_words, syntax
from counterclaim.extraction.attributions import Attribution, covers
from counterclaim.extraction.draft import Sentence
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.testimony import Testimony
from counterclaim.extraction.word_lists import words

CLAIM = re.compile(r"\b(?:claim|report|figure|toll|number|allegation)s?\b")
ABOUT = re.compile(
    r"\b(?:(?:claim|report|figure|allegation|rumour|rumor)s? (?:about|regarding|concerning)|(?:allegation|accusation)s? of)\b(.+)"
)
ACCOUNTS = words("account claim version report statement allegation accusation figure toll count")
NEAR = 4  # sentences
DENIALS = words("denial rejection rebuttal")
DENYING = words("deny")


def denied_twice(testimony: Testimony, trigger: Token) -> Token | None:
    """Give the denial that a denial denies: "rejected the army's *denial* that 12 were killed", "denied that it had *denied* it"."""
    attribution = testimony.attribution
    if attribution is None or testimony.stance is not Stance.DENIES:
        return None
    over = [t for t in syntax.above(trigger) if t != trigger]
    start, end = attribution.cue
    nouns = (t for t in over if t.lemma_.lower() in DENIALS and start <= t.head.idx < end)
    noun = next((t for t in nouns if cue_words.VERBS.get(t.head.lemma_) is Stance.DENIES), None)
    return noun or next((t for t in over if t.lemma_.lower() in DENYING and end <= t.idx < trigger.idx), None)


def denied(finding: Finding) -> Iterator[Finding]:
    """Give the denial of a claim whose words stand inside it: "Moscow denied Kyiv's claim that 400 were killed".

    Who denies a denial says what it denied: "Kyiv rejected Moscow's denial that 400 were killed".
    """
    denier, again = finding.testimony.denier, finding.stance is Stance.DENIES
    if denier is not None:
        yield replace(finding, testimony=denier, stance=Stance.SAYS if again else Stance.DENIES, negated=not again, denies=finding)


def denials(desk: Desk, sentence: Sentence, here: Sequence[Finding], before: Sequence[Finding]) -> Iterator[Finding]:
    """Give the denials of a sentence that deny what somebody else claimed in it or shortly before."""
    if any(f.stance is Stance.DENIES for f in here):
        return
    for attribution in desk.draft.attributions:
        if attribution.stance is not Stance.DENIES or not sentence.start <= attribution.cue[0] < sentence.end:
            continue
        testimony = desk.testimonies.of(attribution)
        said = " ".join(desk.draft.report.text[a:b] for a, b in attribution.content).lower()
        told = _may_be_denied(desk, attribution.cue[0], before, sentence)
        told = [f for f in _of_whom(desk, attribution, told) if _is_topic(desk, said, f)]
        earlier = _earlier(testimony, sentence, told, figure=CLAIM.search(said) is not None) if testimony.speaker is not None else None
        if earlier is not None:
            event = replace(earlier.event, negated=True)
            place = earlier.place if earlier.sentence is sentence else _place(desk, sentence, testimony)
            bare = replace(earlier, event=event, sentence=sentence, testimony=testimony, counts=(), place=place)
            yield replace(bare, stance=Stance.DENIES, negated=True, denies=earlier)


def _of_whom(desk: Desk, denial: Attribution, told: Sequence[Finding]) -> Sequence[Finding]:
    """Give what the one says whose claim a denial names, "disputed *the army's* account"; everything where it names none."""
    tokens = [t for start, end in denial.content for t in desk.draft.tokens_in(start, end)]
    thing = next((t for t in tokens if t.lemma_.lower() in ACCOUNTS), None)
    owner = syntax.child(thing, "poss") or next(syntax.prepositions(thing, "by", "from", "of"), None) if thing is not None else None
    side = desk.participants.side(owner, None) if owner is not None else None
    if side is None:
        return told
    return [f for f in told if f.testimony.speaker is not None and f.testimony.speaker.side in {side, None}]


def _is_figure(count: Count) -> bool:
    return count.unit is Unit.PERSONS and (count.low != 1 or count.high not in {1, None})


def _may_be_denied(desk: Desk, cue: int, told: Sequence[Finding], sentence: Sentence) -> Sequence[Finding]:
    """Give what a denial may point back to: "an allegation which X denies" is what its own sentence tells, in its main clause."""
    verb = next(iter(desk.draft.tokens_in(cue, cue + 1)), None)
    if verb is not None and _says_what(verb):
        return []
    if verb is None or verb.dep_ != "relcl" or CLAIM.search(verb.head.lower_) is None:
        return told
    return [f for f in told if f.sentence is sentence and not any(t.dep_ == "relcl" for t in syntax.above(f.event.trigger))]


def _says_what(denial: Token) -> bool:
    """Tell whether a denial tells itself what it denies: "denied they lost a boat", but not "denied it", "denied that this happened"."""
    clause = syntax.child(denial, "ccomp") if denial.lemma_ == "deny" else None
    about = syntax.subject(clause) if clause is not None and clause.i > denial.i else None
    return about is not None and about.lower_ not in {"it", "this", "that", "these", "which"}


def _is_topic(desk: Desk, said: str, earlier: Finding) -> bool:
    """Tell whether a denial of "reports about the ships" is about what was told: a word of its topic stands in it."""
    topic = ABOUT.search(said)
    if topic is None:
        return True
    start, end = earlier.sentence.start, earlier.sentence.end
    told = {t.lemma_.lower() for t in desk.draft.tokens_in(start, end) if t.pos_ in syntax.NOMINAL | syntax.VERBAL}
    return any(word in told for word in re.findall(r"[\w-]+", topic[1]))


def _place(desk: Desk, sentence: Sentence, testimony: Testimony) -> Place | None:
    """Give the one place that a denial's own words name ("called the reports from X a lie")."""
    content = testimony.attribution.content if testimony.attribution is not None else ()
    named = [m for m in desk.draft.places if sentence.start <= m.start < sentence.end and covers(content, m.start)]
    return desk.places.of(named[0]) if len(named) == 1 else None


def _earlier(testimony: Testimony, sentence: Sentence, before: Sequence[Finding], *, figure: bool) -> Finding | None:
    """Give the last claim of another side's, or of the outlet's, in this sentence or those just before.

    "The claim", "the report" is the last that has a number of more people than one (`figure`); "this" the last of all.
    """
    side = testimony.speaker.party if testimony.speaker is not None else None
    near = [f for f in before if f.sentence.index >= sentence.index - NEAR and f.stance is not Stance.DENIES]
    sided = [f for f in near if f.testimony.speaker is not None and f.testimony.speaker.party != side]
    others = sided or [f for f in near if f.testimony.speaker is None]
    if not others:
        return None
    if figure and (counted := next((f for f in reversed(others) if any(map(_is_figure, f.counts))), None)) is not None:
        return counted
    last = [f for f in others if f.sentence.index == others[-1].sentence.index]
    return next((f for f in reversed(last) if f.counts), last[-1])
