"""Who a source is: the name as the report gives it, the side, the role, and whom "he" or "the group" stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from counterclaim.claims.party import CIVILIANS, MEDIA, WITNESS, PartyKind
from counterclaim.extraction import syntax
from counterclaim.extraction.attributions import Span
from counterclaim.extraction.draft import Draft
from counterclaim.extraction.mentions import is_home, is_of_place, is_subject, is_where, last_subject, resolve
from counterclaim.extraction.speaker_words import BODIES, ROLES, TITLES, head_of, is_single_person, issuer, person_name, plain, role_of
from counterclaim.extraction.word_lists import words
from counterclaim.knowledge.parties import Parties, PartyMention, Resolution

PERSONAL = words("he she him her his hers")
FIRST_PERSON = words("i we me us")
GROUP = words("it they them its their theirs")
NO_OWNERS = frozenset({MEDIA, WITNESS, CIVILIANS})  # whom "its spokesman" never means
NO_SIDES = NO_OWNERS | {"un", "ngo"}  # who speak, and are nobody's side
GROUP_NOUNS = words(
    "group movement organisation organization militants militant insurgents rebels fighters force front army military ministry",
    "agency outlet party militia faction alliance coalition gang latter former outfit government regime command bureau service",
    "council country",
)
SHOWING = words(
    "footage video image photo photograph picture data datum intelligence evidence information map document figure statistic",
    "imagery clip record",
)
REPORTS = words("report bulletin assessment")
STATEMENTS = words("statement communique communiqué post tweet message release infographic bulletin letter announcement")
POINTING = words("the this that these")
ARTICLES = words("a an the one")
FORCE_NOUNS = words("group movement militant insurgent rebel militia outfit faction front gang fighter")
SELF_NAMED = words("coalition alliance government")  # who is called so again, and never another body
VAGUE = words(
    "same senior high ranking high-ranking top unnamed anonymous second other first latter former new local"
)  # that tell no speaker from another
LANDS = words("country nation state")
STATE_NOUNS = words("ministry military government army regime country")
STATES = frozenset({PartyKind.STATE, PartyKind.STATE_FORCE, PartyKind.DE_FACTO})
FORCES = frozenset(PartyKind) - {PartyKind.STATE, PartyKind.STATE_FORCE, PartyKind.INTERGOVERNMENTAL}
SHORT_FORM = re.compile(r"(?P<long>[A-Z][\w'’-]+(?: (?:of|for|the|and|[A-Z][\w'’-]+)){1,6}) \((?P<short>[A-Z][A-Za-z-]*[A-Z])\)")
SHORT_POINTER = 2  # words: "the ministry", not "the health ministry"
LONGEST_POINTER = 4  # words


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

    @property
    def is_thing(self) -> bool:
        """Tell whether the source is no speaker but what shows something: footage, data, a map."""
        return not self.person and self.head.lemma_.lower() in SHOWING

    @property
    def side(self) -> str | None:
        """Give the belligerent that the speaker speaks for, None for witnesses, media, aid and the United Nations."""
        return self.party if self.party not in NO_SIDES else None


@dataclass(slots=True, kw_only=True)
class Cast:
    """The speakers of a report in the order in which they were met, for pronouns and short names to point back to."""

    draft: Draft
    parties: Parties
    met: list[Speaker] = field(default_factory=list)
    short_forms: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Read the short forms that the report explains."""
        self.short_forms = {m["short"]: m["long"].removeprefix("The ") for m in SHORT_FORM.finditer(self.draft.text)}

    def meet(self, span: Span) -> Speaker | None:
        """Give the speaker that the words of a span name, and remember them."""
        head = head_of(self.draft, span)
        if head is not None and head.lower_ in {"who", "which"} and head.head.dep_ == "relcl":
            head = head.head.head
            span = _around(head)
        if head is None or head.lower_ in FIRST_PERSON:
            return None
        speaker = self._behind_statement(head, span) or self._point_back(head, span) or self._named(head, span)
        if speaker is not None:
            self.met.append(speaker)
        return speaker

    def _behind_statement(self, head: Token, span: Span) -> Speaker | None:
        """Give whose statement it is: "a statement by the army", or who spoke just before of "an infographic", "the post"."""
        if head.lemma_.lower() not in STATEMENTS | REPORTS:
            return None
        owner = syntax.child(head, "poss") or next(syntax.prepositions(head, "by", "from", "of"), None) or issuer(head)
        if owner is not None and owner.lower_ not in GROUP | PERSONAL:
            inside = syntax.characters(syntax.noun_phrase(owner))
            made = self._named(owner, inside) if inside is not None else None
            return replace(made, start=span[0], end=span[1], head=head) if made is not None and made.party is not None else None
        if head.lemma_.lower() in REPORTS:
            return None
        here = self.draft.sentence_at(head.idx)
        since = self.draft.sentences[max(0, here.index - 2)].start if here is not None else head.idx
        before = self._last(lambda s: s.start >= since)
        if before is None:
            return None
        return replace(
            before, start=span[0], end=span[1], head=head, rule="antecedent", antecedent=before.antecedent or (before.start, before.end)
        )

    def resolve(self, phrase: str) -> Resolution | None:
        """Give the side of a noun phrase, with the report's countries and day in mind."""
        return resolve(self.parties, phrase, self.draft)

    def _named(self, head: Token, span: Span) -> Speaker:
        text = self.draft.text[span[0] : span[1]]
        side = self.resolve(text)
        name = person_name(self.draft, span)
        known = self._same_person(name or plain(text)) if name or head.pos_ == "PROPN" else None
        if known is not None:
            return replace(known, start=span[0], end=span[1], head=head, rule="short name", antecedent=(known.start, known.end))
        lemmas = frozenset(t.lemma_.lower() for t in self.draft.tokens_in(*span))
        voice = set(side.voice.lower().split()) if side is not None and side.voice else set()
        if voice and name and voice.isdisjoint(name.lower().split()) and head.text not in name.split():
            name = None
        side = side or self._by_possessor(head, span)
        titled = self._titled(head, side) if name is None else None
        role = role_of(lemmas & {"agency", "media", "outlet"} if head.lower_ in BODIES else lemmas, side)
        seen = side is None and role == WITNESS and ROLES.get(head.lemma_.lower()) == WITNESS
        return Speaker(
            name=name or titled or self._spelled_out(plain(text), side),
            party=side.party if side else WITNESS if seen else None,
            kind=side.kind if side else PartyKind.CIVILIANS if seen else None,
            role=role,
            start=span[0],
            end=span[1],
            head=head,
            person=bool(name) or is_single_person(head),
            words=lemmas,
            rule=f"named: {side.how}" if side else "named",
        )

    def _spelled_out(self, name: str, side: Resolution | None) -> str:
        """Give a source's words with what the report says they stand for: "NRFA (…)" in full, "the country's army" by its country."""
        if side is not None:
            name = re.sub(r"^(?:country|nation|state|group|movement)['’]s\b", side.party, name)
        return self.short_forms.get(name, name)

    def _titled(self, head: Token, side: Resolution | None) -> str | None:
        """Give the name of "Somalia's president" where the report has just one "President <Name>", and of that side if the name tells."""
        lemma = head.lemma_.lower()
        if ROLES.get(lemma) != "leader" or head.tag_ not in {"NN", "NNP"} or side is None:
            return None
        names = {n for t in self.draft.doc if t.lower_ == lemma and t.text[:1].isupper() and (n := _name_behind(t))}
        known = [v for v in self.draft.parties if v.how == "voice" and v.party.name == side.party]
        if len(names) != 1:
            return None
        surname = names.pop().split()[-1]
        own = next((v.text for v in known if v.text.split()[-1] == surname), None)
        return own or (surname if not any(v.text.split()[-1] == surname for v in self.draft.parties if v.how == "voice") else None)

    def _by_possessor(self, head: Token, span: Span) -> Resolution | None:
        """Read "its spokesman", "their commander", "the movement's leader"."""
        owner = syntax.child(head, "poss") or next((t for t in self.draft.tokens_in(*span) if t.lower_ in GROUP), None)
        if owner is None or owner.lower_ not in GROUP | GROUP_NOUNS:
            return None
        pointed = self._group(owner, span) if owner.lower_ in GROUP_NOUNS and owner.lower_ not in LANDS else None
        own = pointed if pointed is not None and pointed.party not in NO_OWNERS else None
        behind = own or self._last(lambda s: s.party is not None and s.party not in NO_OWNERS and _may_be(owner, s.kind))
        if behind is None or behind.party is None or behind.kind is None:
            return None
        return Resolution(party=behind.party, kind=behind.kind, how="possessor", score=0.5)

    def _point_back(self, head: Token, span: Span) -> Speaker | None:
        """Give whom a pronoun, "the group" or "the officer" stands for, or nothing where the words name somebody themselves."""
        before = self._before(head, span)
        if before is None:
            return None
        return replace(
            before, start=span[0], end=span[1], head=head, rule="antecedent", antecedent=before.antecedent or (before.start, before.end)
        )

    def _before(self, head: Token, span: Span) -> Speaker | None:
        if head.lower_ in PERSONAL:
            return self._last_named(head) or self._last(lambda s: s.person)
        if head.lower_ in GROUP:
            return self._group(head, span)
        if head.lower_ in {"latter", "former"} and self._points(span):
            return self._of_two(head) or self._of_last(head) or self._group(head, span)
        return self._pointed(head, span) if self._points(span) else None

    def _of_two(self, head: Token) -> Speaker | None:
        """Read "the latter" as the last of two that "and" joined in this sentence or the one before, "the former" as the first."""
        here = self.draft.sentence_at(head.idx)
        near = self.draft.sentences[max(0, here.index - 1) : here.index + 1] if here is not None else ()
        every = [t for sentence in near for t in sentence.tokens if t.i < head.i]
        pairs = [(t.head, t) for t in every if t.dep_ == "conj" and {t.pos_, t.head.pos_} <= {"NOUN", "PROPN"}]
        if not pairs:
            return None
        one = pairs[-1][head.lower_ == "latter"]
        span = syntax.characters(syntax.noun_phrase(one))
        return self._named(one, span) if span is not None else None

    def _of_last(self, head: Token) -> Speaker | None:
        """Read "the latter" as the last party that its sentence named before it, "the former" as the one before that."""
        here = self.draft.sentence_at(head.idx)
        if here is None:
            return None
        for sentence in reversed(self.draft.sentences[max(0, here.index - 1) : here.index + 1]):
            named = [m for m in self.draft.parties if sentence.start <= m.start and m.end <= min(head.idx, sentence.end)]
            sided = (m for m in named if not is_where(self.draft, m) and not is_of_place(self.draft, m))
            two = list({m.party.name: m for m in sided}.values())[-2:]
            if len(two) == 2:  # noqa: PLR2004
                return self._from_mention(two[head.lower_ == "latter"])
        return None

    def _points(self, span: Span) -> bool:
        """Tell whether words only point: "the officer", "the same group", but not "the Taliban"."""
        tokens = [t for t in self.draft.tokens_in(*span) if not t.is_punct]
        short = 0 < len(tokens) <= LONGEST_POINTER and tokens[0].lower_ in POINTING
        return short and not any(t.pos_ == "PROPN" or t.text[:1].isupper() for t in tokens[1:])

    def _pointed(self, head: Token, span: Span) -> Speaker | None:
        lemma, length = head.lemma_.lower(), sum(not t.is_punct for t in self.draft.tokens_in(*span))

        own = frozenset(t.lower_ for t in self.draft.tokens_in(*span) if t.is_alpha and t.lower_ not in POINTING)
        twin = self._last(lambda s: (len(own) > 1 or own <= SELF_NAMED) and s.words - ARTICLES == own)
        if twin is not None:
            return twin

        told = own - {lemma, head.lower_} - VAGUE

        def is_same(one: Speaker) -> bool:
            alike = one.head.lemma_.lower() == lemma or (one.person and lemma in ROLES and lemma in one.words)
            return len(one.words) > length and alike and (not told or not told.isdisjoint(one.words))

        same = self._last(is_same)
        if same is not None or self.resolve(self.draft.text[span[0] : span[1]]) is not None:
            return same
        if lemma in STATE_NOUNS and length > SHORT_POINTER:
            return None
        if head.lower_ in GROUP_NOUNS:
            return self._group(head, span)
        return self._last(lambda s: s.person) if lemma in ROLES and not told else None

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
                if token.dep_ in syntax.SUBJECTS and token.pos_ == "PROPN" and token.i < head.i:
                    span = _around(token)
                    if person_name(self.draft, span):
                        return self._named(token, span)
        return None

    def _group(self, head: Token, span: Span) -> Speaker | None:
        """Give the last group that spoke in this sentence or the two before, else the last party that was a subject."""
        here = self.draft.sentence_at(span[0])
        first = self.draft.sentences[max(0, here.index - 2)].start if here else 0
        plural = head.lower_ in {"they", "them", "their"}
        lemma = head.lemma_.lower()
        kinds = _kinds(lemma)
        open_ = lemma not in STATE_NOUNS | SELF_NAMED
        spoke = self._last(lambda s: s.start >= first and (plural or not s.person) and (s.kind in kinds or (open_ and s.kind is None)))
        mention = last_subject(self.draft, span[0], first, kinds)
        named = mention is not None and (mention.start > (spoke.start if spoke is not None else -1) and plural)
        if spoke is not None and (not named or not is_subject(self.draft, mention)):
            return spoke
        if mention is not None and (lemma not in STATE_NOUNS or is_home(self.draft, mention)):
            return self._from_mention(mention)
        return self._last(lambda s: s.kind in FORCES and s.side is not None) if lemma in FORCE_NOUNS and not plural else None

    def _from_mention(self, mention: PartyMention) -> Speaker:
        return Speaker(
            name=mention.party.name if mention.how in {"demonym", "capital"} else plain(mention.text),
            party=mention.party.name,
            kind=mention.party.kind,
            role=None,
            start=mention.start,
            end=mention.end,
            head=self.draft.tokens_in(mention.start, mention.end)[-1],
            person=False,
            words=frozenset(mention.text.lower().split()),
            rule="party",
        )

    def _same_person(self, name: str) -> Speaker | None:
        parts = name.lower().split()
        return self._last(lambda s: s.person and set(parts) < set(s.name.lower().split()) and not _is_nameless(s)) if parts else None

    def _last(self, test: Callable[[Speaker], bool]) -> Speaker | None:
        return next((s for s in reversed(self.met) if test(s)), None)


def _is_nameless(speaker: Speaker) -> bool:
    """Tell whether a person is only called by a noun: "a spokesman for the front"."""
    return speaker.name.split()[0].lower() in {"a", "an", "one", "another", "its", "their"}


def _name_behind(title: Token) -> str | None:
    """Give the proper nouns right behind a title."""
    names = []
    for token in title.doc[title.i + 1 :]:
        if token.pos_ != "PROPN" or not token.text[:1].isupper() or token.lower_ in TITLES:
            break
        names.append(token.text)
    return " ".join(names) or None


def _around(head: Token) -> Span:
    tokens = [t for t in head.subtree if not any(a.dep_ == "relcl" and a.i > head.i for a in _up_to(t, head))]
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _up_to(token: Token, head: Token) -> list[Token]:
    out = []
    while token not in {head, token.head}:
        out.append(token)
        token = token.head
    return out


def _kinds(lemma: str) -> frozenset[PartyKind]:
    """Give the kinds of party that a noun may point back to."""
    if lemma in {"militant", "rebel", "insurgent"}:
        return frozenset({PartyKind.REBEL})
    if lemma in {"organisation", "organization"}:
        return frozenset(PartyKind) - STATES
    if lemma in {"coalition", "alliance"}:
        return frozenset({PartyKind.INTERGOVERNMENTAL})
    return STATES if lemma in STATE_NOUNS else FORCES if lemma in FORCE_NOUNS else frozenset(PartyKind)


def _may_be(owner: Token, kind: PartyKind | None) -> bool:
    """Tell whether "the group's", "the army's" may be of a party of a kind; "its" of any."""
    return owner.lower_ in GROUP | LANDS or kind in _kinds(owner.lemma_.lower())
