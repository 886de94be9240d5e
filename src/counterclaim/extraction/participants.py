"""Who acts and who suffers: noun phrases of a report to sides of its conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Token

from counterclaim.claims.party import CIVILIANS, PartyKind
from counterclaim.extraction import noun_classes, syntax
from counterclaim.extraction.attributions import overlap
from counterclaim.extraction.draft import Draft
from counterclaim.extraction.mentions import is_where, last_subject, resolve
from counterclaim.extraction.participant_words import (
    BODIES,
    HELD,
    LED,
    NO_ARMY,
    are_persons,
    explains,
    is_bare,
    is_hyphened,
    is_new,
    is_opposite,
    is_plural,
    is_quantity,
    men_before,
    runs_away,
    subject_beside,
)
from counterclaim.extraction.speaker import GROUP, NO_SIDES, PERSONAL, Speaker
from counterclaim.extraction.word_lists import words
from counterclaim.knowledge.parties import Parties, PartyMention

ENEMY = words("enemy terrorist occupier invader aggressor mercenary")
IRREGULAR = words(
    "militant insurgent rebel separatist secessionist gunman bandit attacker",
    "assailant extremist jihadist jihadi guerrilla terrorist raider bomber",
)
OWN = words("we us our ours ourselves")
NOT_SIDES = frozenset({PartyKind.MEDIA, PartyKind.NGO, PartyKind.CIVILIANS})
NOT_BELLIGERENT = NOT_SIDES | {PartyKind.INTERGOVERNMENTAL}
ARMED = frozenset({PartyKind.REBEL, PartyKind.MILITIA, PartyKind.PRIVATE_MILITARY, PartyKind.DE_FACTO})
IRREGULARS = frozenset({PartyKind.REBEL, PartyKind.MILITIA, PartyKind.PRIVATE_MILITARY})
LENT = words("peacekeeper contingent")
SPOKEN = 1  # mentions that a side is worth which only speaks, by an organ without a name ("the army")
MAIN = 0.15  # share of a report's mentions of sides
MODELS = words("su mi mig t btr bmp f il")  # what stands before the number of an aircraft or a vehicle: "Su-25", "T-72"
MEN = words("man woman")
CLASHES = words("battle clash fighting war conflict firefight skirmish")  # which no side does alone
UPON = words("shelling bombing bombardment shooting storming siege seizure invasion occupation shell bomb bombard")  # "… of" whom
PLURALS = {"gunman": "gunmen"}
THEY = words("they them their theirs")
SINGULAR = words("it its")
NOT_PERSONAL = words("it this that which what")
DEFINITE = words("the these those both")
LONE = words("bomber gunman attacker assailant raider")
MEMORY = 3  # sentences in which "the soldiers" may have been named


class Participants:
    """Tells the class and the side of a noun phrase in one report."""

    def __init__(self, draft: Draft, parties: Parties, speaking: Iterable[str] = ()) -> None:
        self._draft = draft
        self._parties = parties
        self._places = {t.i for m in draft.places for t in [*draft.tokens_in(m.start, m.end), m.head]}
        self._weights = Counter(m.party.name for m in draft.parties if m.party.kind not in NOT_BELLIGERENT)
        self._weights.update({side: SPOKEN for side in speaking if side not in self._weights})
        self._sides = [side for side, _ in self._weights.most_common()]
        self._missions = [m.party.name for m in draft.parties if m.party.kind is PartyKind.INTERGOVERNMENTAL]
        self._contingents = self._lent()

    def _lent(self) -> dict[str, str]:
        """Give the states whose men serve in a mission, with it: "peacekeepers from Burundi", "the Chadian contingent" of what is named."""
        mission = next(iter(self._missions), None)
        if mission is None:
            return {}
        found: dict[str, str] = {}
        states = [m for m in self._draft.parties if m.party.kind in {PartyKind.STATE, PartyKind.STATE_FORCE}]
        for mention in states:
            head = self._draft.tokens_in(mention.start, mention.end)[-1]
            over = [t for t in (head, head.head, head.head.head) if t.pos_ in {"NOUN", "PROPN"} or t.dep_ == "prep"]
            if any(t.lemma_.lower() in LENT for t in over):
                found[mention.party.name] = mission
        return found

    def class_of(self, noun: Token) -> str | None:
        """Give `person`, `thing` or `place` for the head of a noun phrase, None where it is none of these."""
        of = next(syntax.prepositions(noun, "of"), None)
        if of is not None and of.i > noun.i and is_quantity(noun):
            return self.class_of(of)
        listed = self._listed(noun)
        if listed is not None:
            return listed
        if noun.i in self._places or self._is_told_as_place(noun):
            return "place"
        if noun.pos_ == "PRON":
            return None if noun.lower_ in NOT_PERSONAL else "person"
        if (noun.pos_ == "PROPN" and not noun.is_lower) or any(
            overlap((m.start, m.end), (noun.idx, noun.idx + len(noun))) for m in self._draft.parties
        ):
            return "person"
        return self.class_of(noun.head) if noun.dep_ == "nummod" and noun.head != noun else None

    def _is_told_as_place(self, noun: Token) -> bool:
        """Tell whether a name that no gazetteer has is explained as a place: "Qaryoolan, *a strategic town* in Mudug"."""
        beside = syntax.child(noun, "appos") if noun.pos_ == "PROPN" else None
        return beside is not None and beside.lemma_.lower() in noun_classes.LEVELS

    def _listed(self, noun: Token) -> str | None:
        """Give the class of a common noun, in capitals too; "bridge" and "plant" are places only as parts of a name."""
        singular = noun.lower_.removesuffix("s") if noun.tag_ == "NNPS" else noun.lower_
        for word in (noun.lemma_.lower(), noun.lower_, singular):
            thing = word in noun_classes.THINGS or word.rsplit("-", 1)[0] in MODELS
            if word in noun_classes.PERSONS or (word == "old" and syntax.is_aged(noun)):
                return "person"
            if word in noun_classes.SITES and (word not in noun_classes.THINGS or noun.i in self._places):
                return "place"
            if thing:
                return "thing"
        return None

    def side(self, noun: Token, speaker: Speaker | None) -> str | None:
        """Give the side that a noun phrase stands for, seen from who speaks; None where the words do not tell.

        "Their fighters" are the owner's, "the enemy" the other side of the speaker's, "the militants" the irregular
        force that the report named last. Who suffers a deed is not who does it: "the shelling of Tripoli" is nobody's.
        """
        lemma = noun.lemma_.lower()
        if lemma in MEN and (owned := syntax.child(noun, "poss")) is not None:
            return self.side(owned, speaker)
        civil = {c.lemma_.lower() for c in noun.children if c.dep_ in {"amod", "compound"} and not is_hyphened(c)}
        if lemma in noun_classes.CIVILIANS or syntax.is_aged(noun) or not civil.isdisjoint(noun_classes.CIVILIANS):
            return CIVILIANS
        if lemma in UPON and next(syntax.prepositions(noun, "of"), None) is not None:
            doer = syntax.child(noun, "poss") or next(syntax.prepositions(noun, "by"), None)
            return self.side(doer, speaker) if doer is not None else None
        if noun.lower_ in OWN or any(c.lower_ in OWN for c in noun.children):
            return speaker.side if speaker is not None else None
        return self._side_of_others(noun, speaker) if lemma not in CLASHES else None

    def _side_of_others(self, noun: Token, speaker: Speaker | None) -> str | None:
        """Give the side that is not told by "we" or "our", and is no civilian's."""
        if is_opposite(noun):
            return self.rival_of(speaker.side) if speaker is not None and speaker.side is not None else None
        lemma = noun.lemma_.lower()
        side = self._by_words(noun)
        if lemma in IRREGULAR and side is not None and self._is_fought(side, speaker):
            side = self._by_kind(lemma, noun.idx, speaker.side if speaker is not None else None)
        if side in self._contingents and lemma in noun_classes.REGULARS | noun_classes.MILITARY_SITES:
            return self._contingents[side]
        return (
            side
            or self._by_owner(noun, speaker)
            or self._by_pronoun(noun, speaker)
            or self._by_same_noun(noun, speaker)
            or (PLURALS.get(lemma, f"{lemma}s") if lemma in LONE and is_new(noun) else None)
            or self._by_kind(lemma, noun.idx, speaker.side if speaker is not None else None)
        )

    def _is_fought(self, side: str, speaker: Speaker | None) -> bool:
        """Tell whether men called after a state are not its own: "Syrian rebels"; another state may call its soldiers so."""
        states = {m.party.name for m in self._draft.parties if m.party.kind in {PartyKind.STATE, PartyKind.STATE_FORCE}}
        said = speaker.side if speaker is not None else None
        return side in states and (said not in states or said == side)

    def _by_words(self, noun: Token) -> str | None:
        span = syntax.characters(self._whose_words(noun))
        if span is None or noun.pos_ == "PRON":
            return None
        named = [m for m in self._draft.parties if span[0] < m.end <= span[1] and m.party.kind not in NOT_SIDES]
        named = [m for m in named if m.start <= noun.idx < m.end or not is_where(self._draft, m)]
        if named:
            own = [m for m in named if m.start <= noun.idx < m.end]
            near = self._beside(noun, named)
            armed = [m for m in near if m.party.kind in ARMED] if noun.lemma_.lower() in IRREGULAR | noun_classes.FIGHTERS else []
            return (own or armed or near or named)[0].party.name
        if noun.i in self._places and not any(m.start <= noun.idx < m.end for m in self._draft.parties):
            return None
        resolution = resolve(self._parties, self._draft.text[span[0] : span[1]], self._draft)
        known = resolution is not None and resolution.how != "pattern" and resolution.party not in NO_SIDES
        return resolution.party if resolution is not None and known else None

    def _whose_words(self, noun: Token) -> list[Token]:
        """Give a noun phrase without clauses that only tell a deed: "the soldiers *killed by M23*"; "fighters led by M23" says whose."""
        kept = LED | HELD if self.class_of(noun) in {"place", "thing"} else LED
        phrase = syntax.noun_phrase(noun)
        told = [c for c in noun.children if c.dep_ == "acl" and c.lemma_ not in kept]
        told += [c for c in phrase if explains(c) and c.head not in {noun, *noun.children} and c.i > noun.i]
        asides = {t for c in told for t in c.subtree}
        return [t for t in phrase if t not in asides]

    def _beside(self, noun: Token, named: list[PartyMention]) -> list[PartyMention]:
        """Give the parties named right at a noun; its owner only where it has no name of its own: "Yemen's *Houthi* group"."""
        near = [m for m in named if any(noun in {t, t.head} for t in self._draft.tokens_in(m.start, m.end))]
        owner = syntax.child(noun, "poss")
        own = [m for m in near if owner is None or not m.start <= owner.idx < m.end]
        return own or near

    def _by_owner(self, noun: Token, speaker: Speaker | None) -> str | None:
        among = ("on", "among") if is_quantity(noun) else ()
        owner = syntax.child(noun, "poss") or next(syntax.prepositions(noun, "of", "from", "by", *among), None)
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
        lemma = noun.lemma_.lower()
        before = (t for t in reversed(noun.doc[: noun.i]) if t.idx >= since and t.lemma_.lower() in {lemma, noun.lower_})
        return next((side for t in before if (side := self._by_words(t) or self._by_owner(t, speaker)) is not None), None)

    def _by_pronoun(self, noun: Token, speaker: Speaker | None) -> str | None:
        whole = subject_beside(noun)
        return self.side(whole, speaker) if whole is not None else self._pointed_to(noun, speaker)

    def _pointed_to(self, noun: Token, speaker: Speaker | None) -> str | None:
        sentence = self._draft.sentence_at(noun.idx)
        claimant = syntax.claimant(noun) or syntax.accused(noun)
        if noun.lower_ == "them" or claimant is not None or runs_away(noun):
            return self.side(claimant, speaker) if claimant is not None else self._them(noun, speaker)
        points = noun.lower_ in GROUP | PERSONAL | syntax.RELATIVES or (noun.lower_ in BODIES and is_bare(noun))
        if sentence is None or not points:
            return None
        here = self._in_sentence(noun, sentence.start, speaker)
        if here is not None or noun.lower_ in syntax.RELATIVES:
            return here
        own = speaker.side if speaker is not None and not (noun.lower_ in THEY and self._is_quoted(noun)) else None
        ahead = noun.idx if speaker is not None and speaker.person else sentence.end
        if own is not None and speaker is not None and sentence.start <= speaker.start < ahead:
            return own
        since = self._draft.sentences[max(0, sentence.index - 1)].start
        back = last_subject(self._draft, noun.idx, since, ARMED if noun.lower_ in BODIES else None)
        if back is not None and back.party.kind is PartyKind.INTERGOVERNMENTAL and self._only_speaks(back):
            return None
        return back.party.name if back is not None else own

    def _in_sentence(self, noun: Token, since: int, speaker: Speaker | None) -> str | None:
        """Give the side that a pronoun's own sentence names last before it, as a party or as men."""
        here = last_subject(self._draft, noun.idx, since, ARMED if noun.lower_ in BODIES else None)
        men = men_before(noun, since) if noun.lower_ in THEY else None
        if men is not None and (here is None or here.end <= men.idx):
            return self.side(men, speaker)
        if here is None or (noun.lower_ in SINGULAR and is_plural(self._draft.tokens_in(here.start, here.end))):
            return None
        return here.party.name

    def _is_quoted(self, word: Token) -> bool:
        """Tell whether a word stands inside a quotation of its paragraph, in which "they" are others than who speaks."""
        text = self._draft.text
        before = text[text.rfind("\n", 0, word.idx) + 1 : word.idx]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _only_speaks(self, mention: PartyMention) -> bool:
        """Tell whether a body is just a source: "the United Nations says"."""
        return any(a.source is not None and overlap(a.source, (mention.start, mention.end)) for a in self._draft.attributions)

    def _them(self, noun: Token, speaker: Speaker | None) -> str | None:
        """Read "them" as the men named last in this sentence or the one before who are not the subject of its own verb."""
        sentence = self._draft.sentence_at(noun.idx)
        if sentence is None:
            return None
        verb = syntax.verb_above(noun)
        own = syntax.subject(verb) if verb is not None else None
        since = self._draft.sentences[max(0, sentence.index - 1)].start
        before = (t for t in reversed(noun.doc[: noun.i]) if t.idx >= since and t.pos_ in {"NOUN", "PROPN"} and t != own)
        men = (t for t in before if t.lemma_.lower() in noun_classes.COMBATANTS or self._is_party(t) or are_persons(t))
        told = ((t, self.side(t, speaker)) for t in men)
        return next((side for t, side in told if side is not None or are_persons(t)), None)

    def _is_party(self, noun: Token) -> bool:
        armed = (m for m in self._draft.parties if m.party.kind not in NOT_SIDES)
        return any(overlap((m.start, m.end), (noun.idx, noun.idx + len(noun))) for m in armed)

    def _by_kind(self, lemma: str, at: int, own: str | None) -> str | None:
        """Read "the enemy" as the other side of the speaker's, "the militants" as the irregular force named last."""
        if lemma in ENEMY and (enemy := self.enemy_of(own)) is not None:
            return enemy
        if lemma not in IRREGULAR:
            return None
        every = [m for m in self._draft.parties if m.party.kind in ARMED and not (own and self.same_side(m.party.name, own))]
        before = [m for m in every if m.start < at]
        nearest = before[-1] if before else next(iter(every), None)
        return nearest.party.name if nearest is not None else PLURALS.get(lemma, f"{lemma}s")

    def likely_side(self, noun: Token, speaker: Speaker | None, doer: str | None) -> str | None:
        """Give the side of men or of a site that no name stands with: "five soldiers were killed", "attacked a base".

        An army speaks of its own soldiers and a rebel of the army's; who tells what its own side did to them speaks of the
        other side's. Where nobody of a side speaks, they are those of the side whose men were named a little before.
        """
        lemma = noun.lemma_.lower()
        if lemma in noun_classes.CIVIL_SITES:
            return CIVILIANS
        regular = lemma in noun_classes.REGULARS | noun_classes.MILITARY_SITES | {"force"}
        if (not regular and lemma not in noun_classes.FIGHTERS) or any(c.lower_ in NO_ARMY for c in noun.children):
            return None
        if lemma == "peacekeeper" and self._missions:
            return self._missions[0]
        own = self._contingents.get(speaker.side, speaker.side) if speaker is not None and speaker.side is not None else None
        if own is None or speaker is None or speaker.kind is None or not self.is_main(own):
            if lemma in noun_classes.FIGHTERS:
                return self._fighters_before(noun)
            return self._named_before(noun, doer) or self._by_country(noun)
        ours = regular != (speaker.kind in IRREGULARS)
        if doer is not None and self.same_side(own, doer):
            ours = False
        return own if ours else self.rival_of(own)

    def is_land(self, noun: Token) -> bool:
        """Tell whether a word before a noun says where and not who: "the *Kabul* attack"; "the *Afghan* attack" says who."""
        here = (m for m in self._draft.parties if m.start <= noun.idx < m.end)
        named = any(m.how == "capital" or (m.how == "name" and m.party.kind is PartyKind.STATE) for m in here)
        return noun.dep_ in {"compound", "nmod"} and (named or noun.i in self._places)

    def is_one_person(self, noun: Token) -> bool:
        """Tell whether a name is a human being's, whose flight gives no place up."""
        here = [m for m in self._draft.parties if m.start <= noun.idx < m.end]
        return noun.tag_ == "NNP" and all(m.how == "voice" for m in here)

    def is_main(self, side: str) -> bool:
        """Tell whether a side is one of the two or three that a report is about."""
        lent = sum(self._weights[state] for state, mission in self._contingents.items() if mission == side)
        return self._weights[side] + lent >= MAIN * sum(self._weights.values())

    def _named_before(self, noun: Token, doer: str | None) -> str | None:
        """Give the side whose soldiers or bases were named before a noun, in its sentence or the three before, if it is just one."""
        here = self._draft.sentence_at(noun.idx)
        if here is None:
            return None
        since = self._draft.sentences[max(0, here.index - MEMORY)].start
        military = noun_classes.REGULARS | noun_classes.MILITARY_SITES
        rebels = [m for m in self._draft.parties if m.party.kind in ARMED]  # "the Arakan *Army*" is not the military
        before = [t for t in noun.doc[: noun.i] if t.idx >= since and t.lemma_.lower() in military]
        before = [t for t in before if not any(m.start <= t.idx < m.end for m in rebels)]
        sides = {side for t in before if (side := self.side(t, None)) is not None and not (doer and self.same_side(side, doer))}
        return sides.pop() if len(sides) == 1 else None

    def _by_country(self, noun: Token) -> str | None:
        """Read "security forces", "the army", "four soldiers" as those of the one country that a report is about."""
        span = syntax.characters(self._whose_words(noun))
        if span is None or self._has_two_armies():
            return None
        found = resolve(self._parties, self._draft.report.text[span[0] : span[1]], self._draft)
        return found.party if found is not None and found.party not in NO_SIDES else None

    def _has_two_armies(self) -> bool:
        states = {m.party.name for m in self._draft.parties if m.party.kind in {PartyKind.STATE, PartyKind.STATE_FORCE}}
        return len(states) > 1

    def _fighters_before(self, noun: Token) -> str | None:
        """Read "the fighters" as the armed group that was named last."""
        if not any(c.lower_ in DEFINITE for c in noun.children):
            return None
        here = self._draft.sentence_at(noun.idx)
        since = self._draft.sentences[max(0, here.index - MEMORY)].start if here is not None else noun.idx
        before = [m.party.name for m in self._draft.parties if m.party.kind in ARMED and since <= m.start < noun.idx]
        return before[-1] if before else None

    def same_side(self, left: str, right: str) -> bool:
        """Tell whether two sides are one, allied, or a mission and a state whose men serve in it."""
        lent = self._contingents.get(left) == right or self._contingents.get(right) == left
        return lent or self._parties.same_side(left, right, self._draft.report.published)

    def rival_of(self, side: str) -> str | None:
        """Give the other side, only where the report has just one that is named nearly as often as all the rest together."""
        others = [s for s in self._sides if not self.same_side(s, side)]
        if not others or all(not self.same_side(s, side) for s in self._sides):
            return None
        rest = sum(self._weights[s] for s in others[1:])
        rival = others[0] if self._weights[others[0]] > rest else None
        return self._contingents.get(rival, rival) if rival is not None else None

    def enemy_of(self, side: str | None) -> str | None:
        """Give the other side, where the report is about just two, or one stands out."""
        others = [s for s in self._sides if side is not None and not self.same_side(s, side)]
        return others[0] if others else None
