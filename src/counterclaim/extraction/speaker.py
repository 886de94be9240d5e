"""Who a source is: the name as the report gives it, the side, the role, and whom "he" or "the group" stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from spacy.tokens import Token

from counterclaim.claims.party import PartyKind
from counterclaim.extraction.attributions import Span
from counterclaim.extraction.draft import Draft
from counterclaim.knowledge.parties import Parties, PartyMention, Resolution

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
GROUP = frozenset({"it", "they", "them", "its", "their", "theirs"})
GROUP_NOUNS = frozenset(
    "group movement organisation organization militants militant insurgents rebels fighters force front army military ministry agency "
    "outlet party militia faction alliance coalition gang latter former outfit government regime command bureau service council country".split()
)
ROLES = {
    **dict.fromkeys("spokesman spokeswoman spokesperson spokesmen spokespeople secretary representative".split(), "spokesperson"),
    **dict.fromkeys("president minister leader chief commander premier chancellor king governor chairperson chairman head director mayor general "
                    "colonel captain lieutenant major sergeant ombudsman ambassador secretary-general envoy warlord emir".split(), "leader"),
    **dict.fromkeys("official officer source authority diplomat lawmaker politician".split(), "official"),
    **dict.fromkeys("resident witness eyewitness villager survivor man woman local people family relative".split(), "witness"),
    **dict.fromkeys("agency newspaper channel broadcaster station television website outlet media".split(), "media"),
}  # fmt: skip
TITLES = frozenset(
    "president prime minister deputy defence defense foreign interior general colonel col. col lieutenant lt. lt lieutenant-general captain capt. major maj. "
    "brigadier brig. brig sergeant sgt. spokesman spokeswoman spokesperson mr mr. mrs. ms. dr dr. sheikh chief secretary us u.s. russian ukrainian "
    "senior former commander leader army military rear admiral vice state gen. gen chancellor king governor mayor ambassador state".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A source made out: `head` is the token that heads its words, `person` tells a single human being."""

    name: str
    party: str | None
    kind: PartyKind | None
    role: str | None
    start: int
    end: int
    head: Token
    person: bool
    words: frozenset[str]
    rule: str
    antecedent: Span | None = None


@dataclass(slots=True, kw_only=True)
class Cast:
    """The speakers of a report in the order in which they were met, for pronouns and short names to point back to."""

    draft: Draft
    parties: Parties
    met: list[Speaker] = field(default_factory=list)

    def meet(self, span: Span) -> Speaker | None:
        """Give the speaker that the words of a span name, and remember them."""
        head = head_of(self.draft, span)
        if head is not None and head.lower_ in {"who", "which"} and head.head.dep_ == "relcl":
            head = head.head.head
            span = _around(head)
        if head is None:
            return None
        speaker = self._point_back(head, span) or self._named(head, span)
        if speaker is not None:
            self.met.append(speaker)
        return speaker

    def resolve(self, words: str) -> Resolution | None:
        """Give the side of a noun phrase, with the report's countries and day in mind."""
        return resolve(self.parties, words, self.draft.countries, self.draft.report.published)

    def _named(self, head: Token, span: Span) -> Speaker:
        text = self.draft.report.text[span[0] : span[1]]
        side = self.resolve(text)
        name = person_name(self.draft, span)
        known = self._same_person(name or plain(text)) if name or head.pos_ == "PROPN" else None
        if known is not None:
            return replace(known, start=span[0], end=span[1], head=head, rule="short name", antecedent=(known.start, known.end))
        words = frozenset(t.lemma_.lower() for t in self.draft.tokens_in(*span))
        if side is not None and side.voice and name and not set(name.lower().split()) & set(side.voice.lower().split()):
            name = None if head.text not in name.split() else name
        if side is None or (head.i == head.doc[head.i].i and not name):
            side = side or self._by_possessor(head, span)
        return Speaker(
            name=name or plain(text), party=side.party if side else None, kind=side.kind if side else None, role=role_of(words, side),
            start=span[0], end=span[1], head=head, person=bool(name) or is_single_person(head), words=words, rule=f"named: {side.how}" if side else "named",
        )  # fmt: skip

    def _by_possessor(self, head: Token, span: Span) -> Resolution | None:
        """Read "its spokesman", "their commander", "the movement's leader"."""
        owner = next((c for c in head.children if c.dep_ == "poss"), None)
        owner = owner if owner is not None else next((t for t in self.draft.tokens_in(*span) if t.lower_ in GROUP), None)
        if owner is None or owner.lower_ not in GROUP | GROUP_NOUNS:
            return None
        behind = self._last(lambda s: s.party is not None and s.party not in {"media", "witness", "civilians"})
        if behind is None or behind.party is None or behind.kind is None:
            return None
        return Resolution(party=behind.party, kind=behind.kind, how="possessor", score=0.5)

    def _point_back(self, head: Token, span: Span) -> Speaker | None:
        """Give whom a pronoun, "the group" or "the officer" stands for, or nothing where the words name somebody themselves."""
        before = self._before(head, span)
        if before is None:
            return None
        return replace(before, start=span[0], end=span[1], head=head, rule="antecedent", antecedent=before.antecedent or (before.start, before.end))

    def _before(self, head: Token, span: Span) -> Speaker | None:
        word = head.lower_
        if word in PERSONAL:
            return self._last_named(head) or self._last(lambda s: s.person)
        if word in GROUP:
            return self._group(head, span)
        tokens = [t for t in self.draft.tokens_in(*span) if not t.is_punct]
        if len(tokens) > 3 or not tokens or tokens[0].lower_ not in {"the", "this", "that", "these"}:  # noqa: PLR2004
            return None
        if any(t.pos_ == "PROPN" or t.text[:1].isupper() for t in tokens[1:]):
            return None
        lemma = head.lemma_.lower()
        same = self._last(lambda s: len(s.words) > len(tokens) and (s.head.lemma_.lower() == lemma or (s.person and lemma in ROLES and lemma in s.words)))
        if same is not None:
            return same
        if self.resolve(self.draft.report.text[span[0] : span[1]]) is not None:
            return None
        return self._group(head, span) if word in GROUP_NOUNS else (self._last(lambda s: s.person) if ROLES.get(head.lemma_.lower()) else None)

    def _last_named(self, head: Token) -> Speaker | None:
        """Give the person who was the subject of the sentence before, where that person did not speak in it."""
        here = self.draft.sentence_at(head.idx)
        spoke = self._last(lambda s: s.person)
        if here is None:
            return None
        for sentence in reversed(self.draft.sentences[max(0, here.index - 2) : here.index + 1]):
            if spoke is not None and spoke.start >= sentence.start:
                return None
            for token in sentence.tokens:
                if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ == "PROPN" and token.i < head.i:
                    span = _around(token)
                    if person_name(self.draft, span):
                        return self._named(token, span)
        return None

    def _group(self, head: Token, span: Span) -> Speaker | None:
        """Give the last group that spoke in this sentence or the two before, else the last party that was a subject."""
        here = self.draft.sentence_at(span[0])
        first = self.draft.sentences[max(0, here.index - 2)].start if here else 0
        plural = head.lower_ in {"they", "them", "their"}
        spoke = self._last(lambda s: s.start >= first and (plural or not s.person))
        mention = last_subject(self.draft, span[0], first, PartyKind.REBEL if head.lemma_ in {"militant", "rebel", "insurgent"} else None)
        if spoke is not None and (mention is None or spoke.start >= mention.start or not plural):
            return spoke
        return self._from_mention(mention) if mention is not None else None

    def _from_mention(self, mention: PartyMention) -> Speaker:
        head = self.draft.tokens_in(mention.start, mention.end)[-1]
        return Speaker(
            name=mention.party.name if mention.how in {"demonym", "capital"} else plain(mention.text), party=mention.party.name, kind=mention.party.kind, role=None, start=mention.start,
            end=mention.end, head=head, person=False, words=frozenset(mention.text.lower().split()), rule="party",
        )  # fmt: skip

    def _same_person(self, name: str) -> Speaker | None:
        parts = name.lower().split()
        return self._last(lambda s: s.person and s.name.lower() != name.lower() and parts[-1] in s.name.lower().split()) if parts else None

    def _last(self, test: Callable[[Speaker], bool]) -> Speaker | None:
        return next((s for s in reversed(self.met) if test(s)), None)


def _around(head: Token) -> Span:
    tokens = [t for t in head.subtree if not any(a.dep_ == "relcl" and a.i > head.i for a in _up_to(t, head))]
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _up_to(token: Token, head: Token) -> list[Token]:
    out = []
    while token != head and token.head != token:
        out.append(token)
        token = token.head
    return out


def resolve(parties: Parties, words: str, countries: Mapping[str, float], on: date | None) -> Resolution | None:
    """Give the side of a noun phrase."""
    return parties.resolve(words, countries=countries, on=on)


def head_of(draft: Draft, span: Span) -> Token | None:
    """Give the token whose head lies outside a span: the word that the others hang on."""
    tokens = [t for t in draft.tokens_in(*span) if not t.is_space and not t.is_punct]
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head == t]
    nouns = [t for t in tops if t.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"}]
    return (nouns or tops or [None])[0]


def person_name(draft: Draft, span: Span) -> str | None:
    """Give a person's name in a source's words: proper nouns behind a title or role, or beside an apposition that is one."""
    tokens = draft.tokens_in(*span)
    runs: list[list[Token]] = []
    for token in tokens:
        proper = token.pos_ == "PROPN" and token.text[:1].isupper()
        joined = runs and token.i == runs[-1][-1].i + 1
        if proper and joined:
            runs[-1].append(token)
        elif proper:
            runs.append([token])
    covered = [(m.start, m.end) for m in draft.parties if m.how != "voice"]
    for run in runs:
        names = [t for t in run if t.lower_ not in TITLES and not any(a <= t.idx < b for a, b in covered)]
        roles = {ROLES.get(t.lemma_.lower()) for t in tokens if t not in names} & {"spokesperson", "leader", "official"}
        voice = any(m.how == "voice" and m.start < run[-1].idx + 1 and run[0].idx < m.end for m in draft.parties)
        if names and (len(names) > 1 or voice) and (roles or voice or run[0].i == tokens[0].i):
            if not is_organisation(names):
                return " ".join(t.text for t in names)
        elif names and roles and len(tokens) <= 5 and names[-1] == tokens[-1]:  # noqa: PLR2004
            return names[-1].text
    return None


def is_organisation(names: list[Token]) -> bool:
    """Tell whether proper nouns name a body rather than a human being."""
    bodies = frozenset(
        "ministry army force forces command council front agency news post times bureau department commission committee party union nations staff office "
        "government police service relations movement brigade group association organisation organization tv radio press guard state states network "
        "observatory authority republic house court bank centre center university board media international national people's services".split()
    )
    return any(t.lower_ in bodies for t in names)


def is_single_person(head: Token) -> bool:
    """Tell whether a noun phrase is about one human being: "a senior officer", "the captain"."""
    return head.lemma_.lower() in ROLES and ROLES[head.lemma_.lower()] != "media" and head.tag_ not in {"NNS", "NNPS"}


def role_of(words: frozenset[str], side: Resolution | None) -> str | None:
    """Give a source's role from its words."""
    roles = {ROLES[w] for w in words if w in ROLES}
    if side is not None and side.party in {"media", "witness"}:
        return side.party
    return next((r for r in ("spokesperson", "leader", "official", "witness", "media") if r in roles), None)


def plain(text: str) -> str:
    """Give the words of a source without the article in front and without a possessive ending."""
    words = re.sub(r"\s*\([^)]*\)?$", "", " ".join(text.split())).lstrip("( ")
    for article in ("the ", "The ", "THE "):
        words = words.removeprefix(article)
    return words.removesuffix("'s").removesuffix("’s")


def is_where(draft: Draft, mention: PartyMention) -> bool:
    """Tell whether a state's name says where, not who: "in north-eastern Afghanistan"."""
    if mention.how not in {"name", "capital", "alias"} or mention.party.kind not in {PartyKind.STATE, PartyKind.DE_FACTO}:
        return False
    head = head_of(draft, (mention.start, mention.end))
    return head is not None and head.dep_ == "pobj" and head.head.lower_ in {"in", "at", "near", "inside", "outside", "across", "from", "into", "to", "within", "around"}


def last_subject(draft: Draft, before: int, since: int, kind: PartyKind | None = None) -> PartyMention | None:
    """Give the last party mention between two offsets, subjects first, of one kind if asked."""
    near = [m for m in draft.parties if since <= m.start and m.end <= before and (kind is None or m.party.kind is kind)]
    near = [m for m in near if m.party.kind not in {PartyKind.MEDIA, PartyKind.CIVILIANS} and not is_where(draft, m)]
    subjects = [m for m in near if any(t.dep_ in {"nsubj", "nsubjpass"} for t in draft.tokens_in(m.start, m.end))]
    return (subjects or near or [None])[-1]
