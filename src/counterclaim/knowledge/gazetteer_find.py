"""Names of places in a text, by the gazetteer alone: for what a tagger of names misses or takes for something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.knowledge import place_names

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w\u2019'\u02bc`-]*", re.UNICODE)
POSSESSIVE = re.compile(r"['\u2019]s?$")
PARTICLES = frozenset({"of", "de", "del", "da", "do", "e", "i", "al", "el", "ul", "us", "an", "and", "la", "le", "bin", "abu", "va"})
LONGEST, LIST_AHEAD = 4, 6
SHORTEST = 4
"""Shorter names need a preposition before them."""
LARGE = 40_000.0
"""A name of this size needs no sign beside it, as long as it does not open a sentence."""
KNOWN = 2e6
"""A name of this size, which is that of a country, of a region or of a metropolis, may open one."""
APPOSITION = re.compile(r",?\s(?:a|an|the)\s(?:[a-z-]+\s){0,2}?([a-z]+)")
BEFORE = frozenset({
    "including",
    "in", "at", "near", "from", "to", "around", "outside", "into", "towards", "toward", "inside", "within", "across", "between", "beyond",
    "throughout", "over", "via", "onto", "reached", "entered", "captured", "seized", "took", "retook", "recaptured", "left", "attacked",
    "shelled", "bombed", "struck", "hit", "stormed", "besieged", "nearby", "north", "south", "east", "west", "northern", "southern",
    "eastern", "western", "central", "downtown", "of", "leave", "capture", "enter", "attack", "take", "reach", "through",
})  # fmt: skip
SPEECH = frozenset({
    "said", "says", "told", "added", "adds", "tweeted", "claimed", "claims", "stated", "wrote", "posted", "insisted", "noted", "warned",
    "denied", "denies", "confirmed", "replied", "argued", "announced", "declared", "urged", "vowed", "explained", "who", "whose",
})  # fmt: skip
TITLES = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "commander", "president", "minister", "general", "colonel", "major", "captain", "governor",
    "leader", "chief", "mr", "mrs", "ms", "dr", "gen", "col", "lt", "capt", "brig", "sgt", "journalist", "reporter", "correspondent",
    "son", "brother", "father", "cousin", "fighter", "soldier", "named", "called", "mullah", "sheikh", "imam", "mawlawi", "haji", "by",
})  # fmt: skip
ORDINARY = frozenset(
    """
    january february march april may june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday spring summer autumn winter today yesterday tomorrow north south east west central northern southern eastern western
    the this that these those there here then when where while what which who whose whom why how and but for not with without after
    before during since until about above below under over between among against also another any all both each every either neither
    many most much more less few several some such same other one two three four five six seven eight nine ten hundred thousand million
    first second third last next early late earlier later previous former new old young great big large small little long short high low
    good best better bad only own just even ever never still again already however meanwhile moreover although because despite instead
    according army navy air force forces police guard guards militia rebel rebels militants militant fighters fighter soldiers soldier
    troops troop officer officers officials official spokesman spokeswoman spokesperson minister ministry president prime parliament
    government state states union council court party front group groups movement resistance democratic republic national international
    united nations islamic islam muslim muslims christian christians jewish sunni shia taliban jihad mujahideen emirate caliphate general
    colonel major captain commander chief leader governor mayor sheikh imam mullah king prince sultan doctor hospital school university
    mosque church market street road highway bridge river mountain mountains valley pass hill hills lake sea gulf coast island border
    camp base airport station port post checkpoint village town city district province region county capital area zone sector line
    people person man men woman women child children family son daughter brother sister father mother civilians civilian refugees
    war battle attack attacks clash clashes strike strikes fire ceasefire peace talks agreement deal operation offensive defence defense
    security intelligence media press news agency television radio video photo statement report reports twitter facebook telegram
    reuters associated afp bbc cnn tass interfax xinhua anadolu jazeera guardian times post independent human rights watch red cross
    crescent amnesty office commission committee mission foundation front salvation liberation independence revolution revolutionary
    ali ahmad ahmed mohammad mohammed muhammad mohamed hassan hasan hussein husain ibrahim ismail omar umar osman usman abdullah abdul
    abdi abdel khalid saleh karim karimi rahman rahim aziz amir hamid mahmud mahmoud mustafa yusuf yousef musa isa said sayed salim
    nasir nasser najib bilal zabihullah massoud masoud saeed jamal kamal faisal fatima maryam aisha john david michael james robert
    william george thomas peter paul mark joseph daniel martin simon philip andrew stephen charles henry edward francis anna maria
    vladimir sergei sergey ivan alexander alexei dmitri igor oleg viktor yuri anton pavel andrei nikolai mikhail volodymyr jose juan
    carlos luis pedro miguel antonio jorge manuel santos sanchez garcia kim lee singh khan shah sharma kumar bibi begum kamara diallo
    """.split()  # noqa: SIM905 (a list of 400 lines helps nobody)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word with its place, and whether it opens a sentence or line."""

    text: str
    start: int
    end: int
    opens: bool

    @property
    def is_capital(self) -> bool:
        """Tell whether it starts with a capital letter."""
        return self.text[0].isupper()


def tokens_of(text: str) -> list[Token]:
    """Give the words of a text."""
    found: list[Token] = []
    for match in TOKEN.finditer(text):
        gap = text[found[-1].end : match.start()] if found else "\n"
        opens = "\n" in gap or bool(re.search(r"[.!?:\u201c\"]\s*$", gap))
        word = POSSESSIVE.sub("", match.group())
        if word:
            found.append(Token(text=word, start=match.start(), end=match.start() + len(word), opens=opens))
    return found


def find_names(text: str, sizes: Sequence[Mapping[str, float]]) -> list[tuple[int, int, str]]:
    """Give start, end and words of the names of places; `sizes` holds the keys of each country with their importance."""
    tokens = tokens_of(text)
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(tokens):
        length = name_length(text, tokens, at, sizes, follows_place(text, found, tokens[at]))
        if length:
            start, end = tokens[at].start, tokens[at + length - 1].end
            found.append((start, end, text[start:end]))
        at += max(1, length)
    return found


def follows_place(text: str, found: list[tuple[int, int, str]], token: Token) -> bool:
    """Tell whether a word follows a place that was just found, in a list: "Khinj, Anaba and Rukha"."""
    return bool(found) and re.fullmatch(r"\s*(,|and|or|,\s*and)\s*(the\s)?", text[found[-1][1] : token.start]) is not None


def name_length(text: str, tokens: list[Token], at: int, sizes: Sequence[Mapping[str, float]], listed: bool) -> int:  # noqa: FBT001
    """Give how many words from here on are the name of a place, 0 where none are."""
    for length in lengths(text, tokens, at):
        words = tokens[at : at + length]
        size = size_of_name(text[words[0].start : words[-1].end], sizes)
        if size and is_place(text, tokens, (at, at + length), size, listed=listed):
            return length
    return 0


def lengths(text: str, tokens: list[Token], at: int) -> Iterator[int]:
    """Give the lengths of the runs of words from here on that could be a name, the longest first."""
    if not tokens[at].is_capital:
        return
    possible = [1]
    for length in range(2, LONGEST + 1):
        if at + length > len(tokens) or text[tokens[at + length - 2].end : tokens[at + length - 1].start] not in {" ", "-"}:
            break
        last = tokens[at + length - 1]
        if last.is_capital or last.text in place_names.HINTS:
            possible.append(length)
        elif last.text not in PARTICLES:
            break
    yield from reversed(possible)


def size_of_name(name: str, sizes: Sequence[Mapping[str, float]]) -> float:
    """Give the importance of the largest place of a name, 0 where there is none or the words are ordinary."""
    parsed = place_names.parse(name)
    core = parsed.core if parsed.level in place_names.ADMINISTRATIVE else parsed.key
    size = max((table.get(parsed.key, 0.0) or table.get(core, 0.0) for table in sizes), default=0.0)
    is_ordinary = core in ORDINARY or all(word in ORDINARY for word in parsed.key.split())
    return 0.0 if is_ordinary and not (size >= KNOWN and " " in parsed.key) else size


def is_place(text: str, tokens: list[Token], span: tuple[int, int], size: float, *, listed: bool) -> bool:
    """Tell whether the words beside a known name let it be a place."""
    first, last = tokens[span[0]], tokens[span[1] - 1]
    before = tokens[span[0] - 1] if span[0] and not first.opens else None
    after = tokens[span[1]] if span[1] < len(tokens) and text[last.end : tokens[span[1]].start] == " " else None
    if before and (before.text.casefold() in TITLES or continues(text, before, first)):
        return False
    if after and after.is_capital and after.text.casefold() not in place_names.HINTS:
        return False
    if after and after.text in SPEECH and not (before and before.text in BEFORE):
        return False
    if marked(text, tokens, span, before, after):
        return True
    name = text[first.start : last.end]
    if len(place_names.key_of(name)) < SHORTEST:
        return name.isupper() and size >= KNOWN
    return listed or size >= KNOWN or (size >= LARGE and (not first.opens or span[1] - span[0] > 1))


def continues(text: str, before: Token, first: Token) -> bool:
    """Tell whether a word is the rest of a longer name: "Ahmad Massoud"."""
    return before.is_capital and not before.opens and text[before.end : first.start] == " " and before.text.casefold() not in BEFORE


def marked(text: str, tokens: list[Token], span: tuple[int, int], before: Token | None, after: Token | None) -> bool:
    """Tell whether a generic word or a preposition says that a name is a place."""
    if after and after.text.casefold() in place_names.HINTS:
        return True
    if span[1] - span[0] > 1 and tokens[span[1] - 1].text.casefold() in place_names.HINTS:
        return True
    apposed = APPOSITION.match(text, tokens[span[1] - 1].end)
    if apposed and apposed[1] in place_names.HINTS:
        return True
    return (before is not None and before.text.casefold() in BEFORE) or opens_list(tokens, span[1])


def opens_list(tokens: list[Token], at: int) -> bool:
    """Tell whether names and a generic plural follow: "Khinj and Unabah districts"."""
    ahead = tokens[at : at + LIST_AHEAD]
    generic = next((i for i, token in enumerate(ahead) if token.text in place_names.PLURALS), 0)
    return generic > 1 and all(token.is_capital or token.text == "and" for token in ahead[:generic])
