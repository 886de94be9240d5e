"""Who acts and who suffers: noun phrases of a report to sides of its conflict."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.claims.party import CIVILIANS, PartyKind
from counterclaim.extraction import noun_classes, syntax
from counterclaim.extraction.attributions import overlap
from counterclaim.extraction.draft import Draft
from counterclaim.extraction.speaker import GROUP, PERSONAL, Speaker, last_subject, resolve
from counterclaim.knowledge.parties import Parties

ENEMY = frozenset("enemy terrorist occupier invader aggressor mercenary".split())
IRREGULAR = frozenset("militant insurgent rebel gunman attacker assailant extremist jihadist jihadi guerrilla terrorist raider bomber".split())
REGULAR = frozenset("soldier troop serviceman troops army military force forces base camp post position positions".split())
OWN = frozenset("we us our ours ourselves".split())
NOT_SIDES = frozenset({PartyKind.MEDIA, PartyKind.NGO, PartyKind.CIVILIANS})
ARMED = frozenset({PartyKind.REBEL, PartyKind.MILITIA, PartyKind.PRIVATE_MILITARY})
QUANTITIES = frozenset("score scores dozen dozens hundred hundreds thousand thousands ten tens number majority all most many several one part half rest some couple".split())
NOBODY = frozenset({"media", "witness", "civilians", "un", "ngo"})


class Participants:
    """Tells the class and the side of a noun phrase in one report."""

    def __init__(self, draft: Draft, parties: Parties) -> None:
        self._draft = draft
        self._parties = parties
        self._places = {t.i for m in draft.places for t in [*draft.tokens_in(m.start, m.end), m.head]}
        self._sides = self._belligerents()

    def _belligerents(self) -> list[str]:
        seen: dict[str, int] = {}
        for mention in self._draft.parties:
            if mention.party.kind not in NOT_SIDES | {PartyKind.INTERGOVERNMENTAL}:
                seen[mention.party.name] = seen.get(mention.party.name, 0) + 1
        self._weights = seen
        return sorted(seen, key=lambda name: -seen[name])

    def class_of(self, noun: Token) -> str | None:
        """Give `person`, `thing` or `place` for the head of a noun phrase, None where it is none of these."""
        lemma = noun.lemma_.lower()
        of = next(syntax.prepositions(noun, "of"), None)
        if of is not None and of.i > noun.i and (noun.pos_ in {"NUM", "PRON", "DET"} or lemma in QUANTITIES or noun.lower_ in QUANTITIES):
            return self.class_of(of)
        for word in (lemma, noun.lower_):
            if word in noun_classes.PERSONS:
                return "person"
            if word in noun_classes.SITES and not (word in noun_classes.THINGS and noun.i not in self._places):
                return "place"
            if word in noun_classes.THINGS or word.rsplit("-", 1)[0] in {"su", "mi", "mig", "t", "btr", "bmp", "f", "il"}:
                return "thing"
        if noun.i in self._places:
            return "place"
        if noun.pos_ == "PRON":
            return None if noun.lower_ in {"it", "this", "that", "which", "what"} else "person"
        if noun.pos_ == "PROPN" or any(overlap((m.start, m.end), (noun.idx, noun.idx + len(noun))) for m in self._draft.parties):
            return "person"
        return self.class_of(noun.head) if noun.dep_ == "nummod" and noun.head != noun else None

    def side(self, noun: Token, speaker: Speaker | None) -> str | None:
        """Give the side that a noun phrase stands for, seen from who speaks; None where the words do not tell.

        "Their fighters" are the owner's, "the enemy" the other side of the speaker's, "the militants" the irregular
        force that the report named last.
        """
        lemma = noun.lemma_.lower()
        if lemma in noun_classes.CIVILIANS or any(c.lemma_.lower() in noun_classes.CIVILIANS and c.dep_ in {"amod", "compound"} for c in noun.children):
            return CIVILIANS
        if noun.lower_ in OWN or any(c.lower_ in OWN for c in noun.children):
            return _side_of(speaker)
        for reader in (self._by_words, self._by_owner, self._by_pronoun, self._by_same_noun):
            found = reader(noun, speaker)
            if found is not None:
                return found
        return self._by_kind(noun, speaker)

    def _by_words(self, noun: Token, speaker: Speaker | None) -> str | None:
        tokens = syntax.noun_phrase(noun)
        span = syntax.characters(tokens)
        if span is None or noun.pos_ == "PRON":
            return None
        named = [m for m in self._draft.parties if m.start >= span[0] and m.end <= span[1] and m.party.kind not in NOT_SIDES]
        if named:
            near = [m for m in named if any(t.head == noun or t == noun for t in self._draft.tokens_in(m.start, m.end))]
            return (near or named)[0].party.name
        resolution = resolve(self._parties, self._draft.report.text[span[0] : span[1]], self._draft.countries, self._draft.report.published)
        if resolution is None or resolution.how == "pattern" and resolution.party not in NOBODY:
            return None
        return resolution.party if resolution.party not in NOBODY else None

    def _by_owner(self, noun: Token, speaker: Speaker | None) -> str | None:
        owner = syntax.child(noun, "poss") or next(syntax.prepositions(noun, "of", "from", "by"), None)
        if owner is None or owner.lemma_.lower() in noun_classes.LEVELS:
            return None
        return self.side(owner, speaker) if owner.i != noun.i else None

    def _by_same_noun(self, noun: Token, speaker: Speaker | None) -> str | None:
        """Read "the soldiers" as those that "Kenyan soldiers" named a little before."""
        here = self._draft.sentence_at(noun.idx)
        definite = any(c.lower_ in {"the", "these", "those", "both"} or c.dep_ == "nummod" for c in noun.children)
        if here is None or noun.pos_ != "NOUN" or not definite or noun.lemma_.lower() not in noun_classes.COMBATANTS - IRREGULAR - ENEMY:
            return None
        since = self._draft.sentences[max(0, here.index - 3)].start
        for token in reversed([t for t in noun.doc[: noun.i] if t.idx >= since]):
            if token.lemma_ == noun.lemma_ and token.pos_ == "NOUN":
                side = self._by_words(token, speaker) or self._by_owner(token, speaker)
                if side is not None:
                    return side
        return None

    def _by_pronoun(self, noun: Token, speaker: Speaker | None) -> str | None:
        if noun.lower_ not in GROUP | PERSONAL | {"who", "which", "that"}:
            return None
        sentence = self._draft.sentence_at(noun.idx)
        if sentence is None:
            return None
        since = self._draft.sentences[max(0, sentence.index - 1)].start
        here = last_subject(self._draft, noun.idx, sentence.start)
        if here is not None:
            return here.party.name
        if speaker is not None and sentence.start <= speaker.start < noun.idx and speaker.party not in NOBODY:
            return speaker.party
        back = last_subject(self._draft, noun.idx, since)
        return back.party.name if back is not None else _side_of(speaker)

    def _by_kind(self, noun: Token, speaker: Speaker | None) -> str | None:
        lemma = noun.lemma_.lower()
        if lemma in ENEMY:
            return self.enemy_of(_side_of(speaker))
        if lemma in IRREGULAR:
            own = _side_of(speaker)
            before = [m for m in self._draft.parties if m.party.kind in ARMED | {PartyKind.DE_FACTO} and not (own and self._parties.same_side(m.party.name, own))]
            earlier = [m for m in before if m.start < noun.idx]
            return (earlier[-1] if earlier else before[0]).party.name if before else f"{lemma}s"
        return None

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


def _side_of(speaker: Speaker | None) -> str | None:
    return speaker.party if speaker is not None and speaker.party not in NOBODY else None
