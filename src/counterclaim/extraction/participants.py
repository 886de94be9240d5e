"""Who acts and who suffers: noun phrases of a report to sides of its conflict."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from counterclaim.claims.party import CIVILIANS, PartyKind
from counterclaim.extraction import noun_classes, syntax
from counterclaim.extraction.attributions import overlap
from counterclaim.extraction.draft import Draft
from counterclaim.extraction.speaker import GROUP, NO_SIDES, PERSONAL, Speaker, last_subject, resolve
from counterclaim.extraction.word_lists import words
from counterclaim.knowledge.parties import Parties

ENEMY = words("enemy terrorist occupier invader aggressor mercenary")
IRREGULAR = words("militant insurgent rebel gunman attacker assailant extremist jihadist jihadi guerrilla terrorist raider bomber")
OWN = words("we us our ours ourselves")
NOT_SIDES = frozenset({PartyKind.MEDIA, PartyKind.NGO, PartyKind.CIVILIANS})
NOT_BELLIGERENT = NOT_SIDES | {PartyKind.INTERGOVERNMENTAL}
ARMED = frozenset({PartyKind.REBEL, PartyKind.MILITIA, PartyKind.PRIVATE_MILITARY, PartyKind.DE_FACTO})
QUANTITIES = words(
    "score scores dozen dozens hundred hundreds thousand thousands ten tens number majority all most many several one part half",
    "rest some couple",
)
MODELS = words("su mi mig t btr bmp f il")  # what stands before the number of an aircraft or a vehicle: "Su-25", "T-72"
NOT_PERSONAL = words("it this that which what")
BODIES = words("group movement organisation organization outfit faction militia")  # that "the group" points back with
DEFINITE = words("the these those both")
MEMORY = 3  # sentences in which "the soldiers" may have been named


class Participants:
    """Tells the class and the side of a noun phrase in one report."""

    def __init__(self, draft: Draft, parties: Parties) -> None:
        self._draft = draft
        self._parties = parties
        self._places = {t.i for m in draft.places for t in [*draft.tokens_in(m.start, m.end), m.head]}
        self._weights = Counter(m.party.name for m in draft.parties if m.party.kind not in NOT_BELLIGERENT)
        self._sides = [side for side, _ in self._weights.most_common()]

    def class_of(self, noun: Token) -> str | None:
        """Give `person`, `thing` or `place` for the head of a noun phrase, None where it is none of these."""
        of = next(syntax.prepositions(noun, "of"), None)
        if of is not None and of.i > noun.i and _is_quantity(noun):
            return self.class_of(of)
        listed = self._listed(noun)
        if listed is not None:
            return listed
        if noun.i in self._places:
            return "place"
        if noun.pos_ == "PRON":
            return None if noun.lower_ in NOT_PERSONAL else "person"
        if noun.pos_ == "PROPN" or any(overlap((m.start, m.end), (noun.idx, noun.idx + len(noun))) for m in self._draft.parties):
            return "person"
        return self.class_of(noun.head) if noun.dep_ == "nummod" and noun.head != noun else None

    def _listed(self, noun: Token) -> str | None:
        """Give the class of a common noun; "bridge" and "plant" are places only as parts of a name."""
        for word in (noun.lemma_.lower(), noun.lower_):
            thing = word in noun_classes.THINGS or word.rsplit("-", 1)[0] in MODELS
            if word in noun_classes.PERSONS:
                return "person"
            if word in noun_classes.SITES and (word not in noun_classes.THINGS or noun.i in self._places):
                return "place"
            if thing:
                return "thing"
        return None

    def side(self, noun: Token, speaker: Speaker | None) -> str | None:
        """Give the side that a noun phrase stands for, seen from who speaks; None where the words do not tell.

        "Their fighters" are the owner's, "the enemy" the other side of the speaker's, "the militants" the irregular
        force that the report named last.
        """
        lemma = noun.lemma_.lower()
        civil = {c.lemma_.lower() for c in noun.children if c.dep_ in {"amod", "compound"}}
        if lemma in noun_classes.CIVILIANS or not civil.isdisjoint(noun_classes.CIVILIANS):
            return CIVILIANS
        if noun.lower_ in OWN or any(c.lower_ in OWN for c in noun.children):
            return speaker.side if speaker is not None else None
        return (
            self._by_words(noun)
            or self._by_owner(noun, speaker)
            or self._by_pronoun(noun, speaker)
            or self._by_same_noun(noun, speaker)
            or self._by_kind(lemma, noun.idx, speaker.side if speaker is not None else None)
        )

    def _by_words(self, noun: Token) -> str | None:
        tokens = syntax.noun_phrase(noun)
        span = syntax.characters(tokens)
        if span is None or noun.pos_ == "PRON":
            return None
        named = [m for m in self._draft.parties if m.start >= span[0] and m.end <= span[1] and m.party.kind not in NOT_SIDES]
        if named:
            near = [m for m in named if any(noun in {t, t.head} for t in self._draft.tokens_in(m.start, m.end))]
            return (near or named)[0].party.name
        resolution = resolve(self._parties, self._draft.report.text[span[0] : span[1]], self._draft.countries, self._draft.report.published)
        known = resolution is not None and resolution.how != "pattern" and resolution.party not in NO_SIDES
        return resolution.party if resolution is not None and known else None

    def _by_owner(self, noun: Token, speaker: Speaker | None) -> str | None:
        owner = syntax.child(noun, "poss") or next(syntax.prepositions(noun, "of", "from", "by"), None)
        if owner is None or owner.lemma_.lower() in noun_classes.LEVELS:
            return None
        return self.side(owner, speaker) if owner.i != noun.i else None

    def _by_same_noun(self, noun: Token, speaker: Speaker | None) -> str | None:
        """Read "the soldiers" as those that "Kenyan soldiers" named a little before."""
        here = self._draft.sentence_at(noun.idx)
        definite = any(c.lower_ in DEFINITE or c.dep_ == "nummod" for c in noun.children)
        if here is None or noun.pos_ != "NOUN" or not definite or noun.lemma_.lower() not in noun_classes.COMBATANTS - IRREGULAR - ENEMY:
            return None
        since = self._draft.sentences[max(0, here.index - MEMORY)].start
        before = (t for t in reversed(noun.doc[: noun.i]) if t.idx >= since and t.lemma_ == noun.lemma_ and t.pos_ == "NOUN")
        return next((side for t in before if (side := self._by_words(t) or self._by_owner(t, speaker)) is not None), None)

    def _by_pronoun(self, noun: Token, speaker: Speaker | None) -> str | None:
        sentence = self._draft.sentence_at(noun.idx)
        points = noun.lower_ in GROUP | PERSONAL | syntax.RELATIVES or (noun.lower_ in BODIES and _is_bare(noun))
        if sentence is None or not points:
            return None
        here = last_subject(self._draft, noun.idx, sentence.start)
        if here is not None:
            return here.party.name
        own = speaker.side if speaker is not None else None
        if own is not None and speaker is not None and sentence.start <= speaker.start < noun.idx:
            return own
        back = last_subject(self._draft, noun.idx, self._draft.sentences[max(0, sentence.index - 1)].start)
        return back.party.name if back is not None else own

    def _by_kind(self, lemma: str, at: int, own: str | None) -> str | None:
        """Read "the enemy" as the other side of the speaker's, "the militants" as the irregular force named last."""
        if lemma in ENEMY:
            return self.enemy_of(own)
        if lemma not in IRREGULAR:
            return None
        every = [m for m in self._draft.parties if m.party.kind in ARMED and not (own and self._parties.same_side(m.party.name, own))]
        before = [m for m in every if m.start < at]
        nearest = before[-1] if before else next(iter(every), None)
        return nearest.party.name if nearest is not None else f"{lemma}s"

    def same_side(self, left: str, right: str) -> bool:
        """Tell whether two sides are one or allied."""
        return self._parties.same_side(left, right)

    def rival_of(self, side: str) -> str | None:
        """Give the other side, only where the report has just one that is named nearly as often as all the rest together."""
        others = [s for s in self._sides if not self._parties.same_side(s, side)]
        if not others or all(s != side and not self._parties.same_side(s, side) for s in self._sides):
            return None
        rest = sum(self._weights[s] for s in others[1:])
        return others[0] if self._weights[others[0]] > rest else None

    def enemy_of(self, side: str | None) -> str | None:
        """Give the other side, where the report is about just two, or one stands out."""
        others = [s for s in self._sides if side is not None and not self._parties.same_side(s, side)]
        return others[0] if others else None


def _is_bare(noun: Token) -> bool:
    """Tell whether a noun has nothing but "the", "this" or "that" in front."""
    return [c.lower_ for c in noun.children if c.i < noun.i] in (["the"], ["this"], ["that"])


def _is_quantity(noun: Token) -> bool:
    """Tell whether a noun only says how many: "dozens of fighters", "one of the soldiers"."""
    return noun.pos_ in {"NUM", "PRON", "DET"} or noun.lemma_.lower() in QUANTITIES or noun.lower_ in QUANTITIES
