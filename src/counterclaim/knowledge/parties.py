"""Names to sides: which party a name, a person, a demonym, a capital or an organ of a state stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from counterclaim.claims.party import Party, PartyKind
from counterclaim.knowledge.outlets import Outlets
from counterclaim.knowledge.party_names import NameIndex, Word, words_of
from counterclaim.knowledge.party_organs import organ_span
from counterclaim.knowledge.party_phrase import (
    is_first_name,
    is_in_name,
    is_left_behind,
    is_of_irregulars,
    is_other_person,
    is_owner,
    is_place_only,
    names_land,
)
from counterclaim.knowledge.party_roles import is_gone, is_organ, nobodys_side
from counterclaim.knowledge.party_table import PartyRecord, Phase, Tables, Voice, read_tables, without_groups
from counterclaim.knowledge.party_words import DEFENCE, NO_SIDE_AFTER, NO_SIDE_BEFORE, TITLES

SCORES = {"name": 1.0, "alias": 0.95, "voice": 0.9, "force": 0.9, "demonym": 0.75, "capital": 0.7, "report": 0.7, "pattern": 0.55}
_ABROAD = 0.6  # a party's other countries, beside its home
_CLEAR = 1.5  # how much better the best reading must be than the next
_LIKELY = 0.5  # how weighty a party's country must be, beside the weightiest, for a word like `the coalition` to mean it
_ALONE = 2.5  # how much weightier a country must be than the next for `the army` to be its army
_LABELS = {PartyKind.NGO: "ngo", PartyKind.MEDIA: "media"}
_HYPHENS = frozenset("-\u2011\u2013")
_OUTLET = "outlet"
_UN = "United Nations"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMention:
    """Words in a text that stand for a party; `voice` is the person's usual name where a person stands for it."""

    start: int
    end: int
    text: str
    party: Party
    how: str
    voice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Whose side a source or an actor is on.

    `party` is the party's usual name (a state's plain country name), or `witness`, `civilians`, `media`, `un`, `ngo`.
    `score` ranks the ways of knowing from 0 to 1; it is no probability.
    """

    party: str
    kind: PartyKind
    how: str
    score: float
    voice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sense:
    record: PartyRecord
    how: str
    loose: bool = False
    voice: Voice | None = None


_MEDIA = PartyRecord(name="media", countries=(), phases=(Phase(kind=PartyKind.MEDIA),))


class Parties:
    """Knows parties, their other names, their people, and the states of the world."""

    __slots__ = ("_governments", "_index", "_records", "_states")

    def __init__(self, tables: Tables, outlets: Outlets) -> None:
        self._records = dict(tables.parties)
        self._states = {s.code: s.name for s in tables.states}
        self._index: NameIndex[_Sense] = NameIndex()
        self._governments = tuple((p.governs, p, r) for r in tables.parties.values() for p in r.phases if p.governs)
        self._add_parties(tables.parties.values())
        self._add_states(tables)
        self._add_voices(tables.voices)
        for outlet in outlets.all:
            for name in (outlet.name, *outlet.aliases):
                self._index.add(name, _Sense(record=_MEDIA, how=_OUTLET))

    @classmethod
    def load(cls, extra: Sequence[Path] = (), *, groups: bool = True) -> Parties:
        """Give the parties of the product's tables, widened by the user's (the same columns, or UCDP's actor list).

        Without `groups`, no armed group is known, as in a war that nobody prepared for.

        Raises:
            UnreadableInput: for a table that cannot be read; it names the file and the line.
        """
        tables = read_tables(extra)
        return cls(tables if groups else without_groups(tables), Outlets.load())

    def with_named(self, records: Sequence[PartyRecord]) -> Parties:
        """Give these parties and those that one report names; a longer name that is known comes first.

        >>> from counterclaim.knowledge.party_table import Phase
        >>> front = PartyRecord(name="Azure Front", countries=(), phases=(Phase(kind=PartyKind.REBEL),))
        >>> Parties.load().with_named([front]).resolve("an Azure Front commander").party
        'Azure Front'
        """
        if not records:
            return self
        wider = copy(self)
        wider._name(records)  # noqa: SLF001 - its own copy
        return wider

    def _name(self, records: Sequence[PartyRecord]) -> None:
        self._records = {**{record.name: record for record in records}, **self._records}
        self._index = NameIndex(self._index)
        for record in records:
            for name in (record.name, *record.aliases):
                self._index.add(name, _Sense(record=record, how="report"))

    def _add_states(self, tables: Tables) -> None:
        for state in tables.states:
            plain = PartyRecord(name=state.name, countries=(state.code,), phases=(Phase(kind=PartyKind.STATE),))
            record = self._records.setdefault(state.name, plain)
            groups = (("name", (state.name, *state.aliases)), ("demonym", state.people), ("capital", state.capitals))
            for how, names in groups:
                for name in names:
                    self._index.add(name, _Sense(record=record, how=how))

    def _add_parties(self, records: Iterable[PartyRecord]) -> None:
        for record in records:
            self._index.add(record.name, _Sense(record=record, how="name"))
            for alias in record.aliases:
                self._index.add(alias, _Sense(record=record, how="alias"))
            for alias in record.loose:
                self._index.add(alias, _Sense(record=record, how="alias", loose=True))

    def _add_voices(self, voices: Iterable[Voice]) -> None:
        for voice in voices:
            record = self._records[voice.party]
            names = dict.fromkeys((voice.name, *voice.variants))
            for name in names:
                self._index.add(name, _Sense(record=record, how="voice", voice=voice))
            own = {word for name in (record.name, *record.aliases, *record.loose) for word in name.split()}  # "Baloch" is a people
            for surname in {name.split()[-1] for name in names if " " in name} - set(names) - own:
                if surname.lower() not in TITLES:  # "Hassan Sheikh"
                    self._index.add(surname, _Sense(record=record, how="voice", voice=voice, loose=True))

    def find(self, text: str, *, countries: Collection[str] = (), on: date | None = None) -> list[PartyMention]:
        """Give the mentions of parties in a text, in order, none over another, the longest first.

        Args:
            text: Any text; offsets point into it.
            countries: The countries that the report is about, ISO 3166 alpha-2; a mapping gives them weights. A name that
                several parties share, and a common noun such as `resistance`, stands for a party only with them.
            on: The day of the report, for what changed: who governs, who spoke for whom.
        """
        words, prior = words_of(text), _weights(countries)
        mentions: list[PartyMention] = []
        for i, end, senses in self._scan(text, words):
            sense = self._pick(senses, prior, on)
            if sense is not None and not _no_side(text, words, i, end) and not _other_person(text, words, i, end, sense):
                floor = mentions[-1].end if mentions else 0
                mentions.append(self._mention(text, words, (i, end), sense, (floor, on)))
        return mentions

    def _scan(self, text: str, words: list[Word]) -> Iterator[tuple[int, int, list[_Sense]]]:
        i = 0
        while i < len(words):
            hit = next(self._index.at(text, words, i), None)
            if hit is None:
                i += 1
                continue
            end, senses = hit
            if not all(s.how == _OUTLET for s in senses):
                yield i, end, [s for s in senses if s.how != _OUTLET]
            i = end

    def _mention(
        self, text: str, words: list[Word], span: tuple[int, int], sense: _Sense, floor_and_day: tuple[int, date | None]
    ) -> PartyMention:
        floor, on = floor_and_day
        record, how = self._top(sense.record), sense.how
        first, last = span
        if how != "voice" and _has_organs(record):
            first, last = organ_span(text, words, span, floor)
            how = "force" if (first, last) != span else how
        if how == "force":
            record = self._governing(record, on)
        start, end = words[first].start, words[last - 1].end
        voice = sense.voice.name if sense.voice else None
        return PartyMention(start=start, end=end, text=text[start:end], party=record.party(on), how=how, voice=voice)

    def _top(self, record: PartyRecord) -> PartyRecord:
        seen = {record.name}
        while record.part_of and record.part_of in self._records and record.part_of not in seen:
            record = self._records[record.part_of]
            seen.add(record.name)
        return record

    def _governing(self, record: PartyRecord, on: date | None) -> PartyRecord:
        if on is None or record.phases[0].kind is not PartyKind.STATE:
            return record
        return next((r for code, phase, r in self._governments if code in record.countries and phase.holds(on)), record)

    def _pick(self, senses: list[_Sense], prior: Mapping[str, float], on: date | None) -> _Sense | None:
        ranked: dict[str, tuple[float, _Sense]] = {}
        for sense in senses:
            if not _possible(sense, prior, on):
                continue
            weight = _weight(sense.record, prior)
            top = self._top(sense.record).name
            if top not in ranked or ranked[top][0] < weight:
                ranked[top] = (weight, sense)
        best = sorted(ranked.values(), key=lambda pair: -pair[0])
        if not best or (len(best) > 1 and (not best[0][0] or best[0][0] < _CLEAR * best[1][0])):
            return None
        return best[0][1]

    def resolve(
        self, name: str, *, countries: Collection[str] = (), homes: Collection[str] | None = None, on: date | None = None
    ) -> Resolution | None:
        """Give the side of a source or an actor that a noun phrase names; nothing where it cannot be told.

        Args:
            name: The noun phrase, such as `Armenian Defence Ministry spokeswoman Shushan Stepanyan` or `a Taliban commander`.
            countries: As for `find`.
            homes: The countries whose organ `the army` may be, `countries` if None.
            on: As for `find`.

        >>> parties = Parties.load()
        >>> parties.resolve("Armenian Defence Ministry spokeswoman").party
        'Armenia'
        >>> parties.resolve("the country's army") is None
        True
        >>> parties.resolve("the country's army", countries=["BI"]).party
        'Burundi'
        """
        words = words_of(name)
        if not words:
            return None
        if self._is_outlet(name, words):
            return Resolution(party="media", kind=PartyKind.MEDIA, how="name", score=SCORES["name"])
        mentions = self.find(name, countries=countries, on=on)
        if not _starts_proper(mentions):
            label = nobodys_side(name, words)
            if label:
                kind = {"media": PartyKind.MEDIA, "ngo": PartyKind.NGO}.get(label, PartyKind.CIVILIANS)
                return Resolution(party=label, kind=kind, how="pattern", score=SCORES["pattern"])
        if mentions:
            best = _best(name, words, mentions)
            return self._resolution(best, mentions) if best else None
        return self._organ(name, words, _weights(countries if homes is None else homes), on)

    def _is_outlet(self, name: str, words: list[Word]) -> bool:
        first = 1 if words[0].key == "the" and len(words) > 1 else 0
        hit = next(self._index.at(name, words, first), None)
        return hit is not None and all(sense.how == _OUTLET for sense in hit[1]) and not is_first_name(name, words, hit[0])

    def _resolution(self, mention: PartyMention, mentions: list[PartyMention]) -> Resolution:
        party, kind = mention.party.name, mention.party.kind
        if kind is PartyKind.STATE and mention.how == "force" and DEFENCE & {w.key for w in words_of(mention.text)}:
            kind = PartyKind.STATE_FORCE
        voice = next((m.voice for m in mentions if m.voice and m.party.name == party), None)
        label = "un" if party == _UN else _LABELS.get(kind, party)
        return Resolution(party=label, kind=kind, how=mention.how, score=SCORES[mention.how], voice=voice)

    def _organ(self, name: str, words: list[Word], prior: Mapping[str, float], on: date | None) -> Resolution | None:
        if is_gone(words) or not is_organ(name, words):
            return None
        best = sorted(((w, c) for c, w in prior.items() if c in self._states), reverse=True)
        if not best or (len(best) > 1 and best[0][0] < _ALONE * best[1][0]):
            return None
        record = self._governing(self._records[self._states[best[0][1]]], on)
        return Resolution(party=record.name, kind=PartyKind.STATE_FORCE, how="pattern", score=SCORES["pattern"])

    def country_of(self, name: str) -> str | None:
        """Give the country (ISO 3166 alpha-2) of a country's name, adjective or capital; nothing where two share it.

        >>> [Parties.load().country_of(name) for name in ("Kyiv", "Burundian", "Congolese")]
        ['UA', 'BI', None]
        """
        senses = self._index.get(name)
        codes = {s.record.countries[0] for s in senses if s.record.phases[0].kind is PartyKind.STATE and s.voice is None}
        return codes.pop() if len(codes) == 1 else None

    def party(self, name: str, on: date | None = None) -> Party | None:
        """Give a party by its usual name, as it was on a day."""
        record = self._records.get(name)
        return record.party(on) if record else None

    def countries_of_conflict(self, names: Iterable[str]) -> set[str]:
        """Give the home countries of the parties named; of a party at home in several places, the first."""
        records = (self._records[name] for name in names if name in self._records)
        return {record.countries[0] for record in records if record.countries}

    def same_side(self, left: str, right: str, on: date | None = None) -> bool:
        """Tell whether two parties are one, one is a part of the other, or one is listed as the other's ally on a day."""
        if left == right:
            return True
        one, two = self._records.get(left), self._records.get(right)
        if one is None or two is None:
            return False
        tops = self._top(one).name, self._top(two).name
        return tops[0] == tops[1] or right in one.allies(on) or left in two.allies(on)

    def countries_about(self, text: str) -> dict[str, float]:
        """Give the countries that a text is about, the weightiest 1.0, from names, demonyms, capitals, parties and people.

        A name that could mean several countries counts for each in part.
        """
        words, weights = words_of(text), Counter[str]()
        for _, _, senses in self._scan(text, words):
            sure = [s for s in senses if not s.loose]
            for sense in sure:
                _count(weights, sense, 1 / len(sure))
        top = max(weights.values(), default=0.0)
        return {code: round(w / top, 3) for code, w in weights.most_common() if w >= top / 20}


def _count(weights: Counter[str], sense: _Sense, share: float) -> None:
    countries = sense.record.countries
    for i, code in enumerate(countries):
        weights[code] += share * (1.0 if i == 0 else 0.25 / (len(countries) - 1))  # type: ignore[assignment]


def _weights(countries: Collection[str]) -> Mapping[str, float]:
    return countries if isinstance(countries, Mapping) else dict.fromkeys(countries, 1.0)


def _weight(record: PartyRecord, prior: Mapping[str, float]) -> float:
    return max((prior.get(c, 0.0) * (1.0 if i == 0 else _ABROAD) for i, c in enumerate(record.countries)), default=0.0)


def _possible(sense: _Sense, prior: Mapping[str, float], on: date | None) -> bool:
    if sense.voice and not sense.voice.speaks(on):
        return False
    if not sense.loose:
        return True
    return _weight(sense.record, prior) >= _LIKELY * max(prior.values(), default=1.0) and (on is None or sense.record.phase(on) is not None)


def _has_organs(record: PartyRecord) -> bool:
    return record.phases[-1].kind in {PartyKind.STATE, PartyKind.DE_FACTO}


def _no_side(text: str, words: list[Word], first: int, last: int) -> bool:
    after = words[last] if last < len(words) else None
    if after and after.key in NO_SIDE_AFTER and text[words[last - 1].end : after.start] in _HYPHENS:
        return True
    before = words[first - 1] if first else None
    if before is not None and before.key in NO_SIDE_BEFORE and text[before.end : words[first].start] in _HYPHENS:
        return True
    return names_land(text, words, first, last)


def _starts_proper(mentions: list[PartyMention]) -> bool:
    """Tell whether a name comes first that a common noun after it cannot overrule: a person, or a body that is no side."""
    return bool(mentions) and (mentions[0].how == "voice" or mentions[0].party.kind in {PartyKind.NGO, PartyKind.INTERGOVERNMENTAL})


def _best(name: str, words: list[Word], mentions: list[PartyMention]) -> PartyMention | None:
    """Give the first mention that stands for a side in a noun phrase; "Yemen's Houthi rebels" are the Houthis."""
    behind = (*mentions[1:], None)
    return next((m for m, n in zip(mentions, behind, strict=True) if _is_side(name, words, m) and not _is_owner(name, m, n)), None)


def _is_owner(name: str, mention: PartyMention, behind: PartyMention | None) -> bool:
    plain = mention.party.kind is PartyKind.STATE and mention.how != "voice"
    return plain and behind is not None and behind.party.kind is not PartyKind.STATE and is_owner(name[mention.end : behind.start])


def _is_side(name: str, words: list[Word], mention: PartyMention) -> bool:
    if mention.how == "voice":
        return True
    first = next(i for i, word in enumerate(words) if word.start >= mention.start)
    last = next((i for i, word in enumerate(words) if word.start >= mention.end), len(words))
    if is_left_behind(words, first) or (mention.party.kind is PartyKind.STATE and is_of_irregulars(name, words, last)):
        return False
    if mention.party.kind is not PartyKind.STATE or mention.how in {"force", "alias"}:
        return True
    return not is_place_only(words, first) and not is_in_name(name, words, first, last)


def _other_person(text: str, words: list[Word], first: int, last: int, sense: _Sense) -> bool:
    return sense.voice is not None and last - first == 1 and is_other_person(text, words, first, sure=not sense.loose)
