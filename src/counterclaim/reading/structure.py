"""A text's sections: headline, deck, headings, captions, body and metadata, and what the metadata tells."""
# ruff: noqa: RUF001 - dashes and quotation marks as newspapers print them

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from counterclaim.claims.report import Part, Section
from counterclaim.reading.dateline import Dateline, find_dateline
from counterclaim.reading.dates import find_date
from counterclaim.reading.facts import Block, Facts
from counterclaim.reading.metadata import MARKER, Note, is_caption, read_note, staff_note_at_end

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_PARAGRAPH_GAP = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")
_SENTENCE_GAP = re.compile(r"\w{3}[.!?…][\"'”’)\]]*\s+[A-Z“\"‘(\[]")
_STAGE = re.compile(r"\s*\[[^\]]{1,40}\]$")
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$")
_CLOSING = "\"'”’»)] \t"
_CLOSED = (".", "。", "۔", "।", ":", ",", ";")
_BULLET = re.compile(r"[-–—•*·▪►>]\s|\d{1,2}[.)]\s")

_HEADLINE_WORDS = 40
_HEADING_WORDS = 25
_QUESTION_WORDS = 10
_DECK_WORDS = 20
_LABEL_WORDS = 2
_TRAILING_WORDS = 15
_HEAD_BLOCKS = 12
_WRAPPED_FROM, _WRAPPED_TO, _WRAPPED_LONGEST = 45, 100, 125
_REPEAT_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A text's sections, in order, and the facts that its metadata lines, headline and dateline tell."""

    sections: tuple[Section, ...]
    facts: Facts


@dataclass(slots=True, kw_only=True)
class _Piece:
    start: int
    end: int
    words: str
    part: Part | None = None

    @property
    def size(self) -> int:
        return len(self.words.split())

    @property
    def closed(self) -> bool:
        return _is_closed(self.words)


def divide(text: str, *, title: str | None = None, deck: str | None = None, blocks: Iterable[Block] | None = None) -> Division:
    """Tell the sections of `text` apart.

    Without `blocks` a paragraph is a line, or, where the text is wrapped by hand, the lines between two empty ones.
    `title` and `deck` are what the input calls so. A first line that is a full sentence is body. Everything but white
    space lands in a section.
    """
    notes: list[Note] = []
    pieces = list(_pieces(text, blocks if blocks is not None else _lines(text), notes))
    _mark_given(pieces, title, deck)
    _mark_captions(pieces)
    if not any(piece.part is Part.HEADLINE for piece in pieces):
        _mark_headline(pieces)
        _mark_repeated_headline(pieces)
    _mark_repeats(pieces)
    _mark_opening(pieces)
    _mark_headings(pieces)
    headline = next((piece.words for piece in pieces if piece.part is Part.HEADLINE), None)
    sections = tuple(_cut(pieces, notes))
    return Division(sections=sections, facts=_facts(notes, " ".join(headline.split()) if headline else None))


def _lines(text: str) -> Iterator[Block]:
    lines = list(_LINE.finditer(text))
    if not _is_wrapped(text, lines):
        yield from (Block(start=line.start(), end=line.end()) for line in lines)
        return
    start = 0
    for gap in _PARAGRAPH_GAP.finditer(text):
        yield Block(start=start, end=gap.start())
        start = gap.end()
    yield Block(start=start, end=len(text))


def _is_wrapped(text: str, lines: list[re.Match[str]]) -> bool:
    """Tell whether the lines were broken at a margin: those that another one follows are of one length and end anywhere."""
    pairs = [
        (line.group().strip(), following.group().strip())
        for line, following in pairwise(lines)
        if text.count("\n", line.end(), following.start()) < 2 and not line.group().isspace() and not following.group().isspace()  # noqa: PLR2004
    ]
    if len(pairs) < 3:  # noqa: PLR2004 - too few to tell
        return False
    lengths = [len(line) for line, _ in pairs]
    if not _WRAPPED_FROM <= median(lengths) <= _WRAPPED_TO or max(lengths) > _WRAPPED_LONGEST:
        return False
    open_ended = sum(not line.endswith((".", "!", "?", '"', "”", ":")) for line, _ in pairs)
    going_on = sum(following[0].islower() or following.isupper() for _, following in pairs)
    return open_ended >= len(pairs) * 0.6 and going_on >= len(pairs) * 0.3


def _pieces(text: str, blocks: Iterable[Block], notes: list[Note]) -> Iterator[_Piece]:
    """Give the blocks without outer white space; the marker and the lines of metadata are told already."""
    for index, block in enumerate(blocks):
        start = block.start
        if index == 0 and (marker := MARKER.match(text, start, block.end)):
            notes.append(Note(published=find_date(marker[1]), rank=0))
            yield _piece(text, marker.start(1), marker.end(1), Part.METADATA)
            start = marker.end()
        if (piece := _piece(text, start, block.end, block.part)).words:
            yield _noted(piece, notes, first=index == 0)


def _piece(text: str, start: int, end: int, part: Part | None) -> _Piece:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return _Piece(start=start, end=start + len(words), words=words, part=part)


def _noted(piece: _Piece, notes: list[Note], *, first: bool) -> _Piece:
    if piece.part in {Part.HEADLINE, Part.CAPTION}:
        return piece
    note = read_note(piece.words, first=first)
    dateline = None if note else find_dateline(piece.words, first=True)
    if dateline and dateline.length == len(piece.words):
        note = _note(dateline)
    if note:
        piece.part = Part.METADATA
        notes.append(note)
    return piece


def _note(dateline: Dateline) -> Note:
    return Note(published=dateline.published, rank=2, outlet=dateline.agency)


def _mark_given(pieces: list[_Piece], title: str | None, deck: str | None) -> None:
    """Mark the first lines that are the title and the deck; short lines before the title belong to the page."""
    for words, part in ((title, Part.HEADLINE), (deck, Part.DECK)):
        wanted = _folded(words or "")
        found = next((i for i, piece in enumerate(pieces[:_HEAD_BLOCKS]) if wanted and _folded(piece.words) == wanted), None)
        if found is None or any(piece.part is part for piece in pieces):
            continue
        pieces[found].part = part
        for piece in pieces[:found] if part is Part.HEADLINE else ():
            if piece.part is None and not piece.closed and piece.size < _HEADING_WORDS:
                piece.part = Part.METADATA


def _mark_headline(pieces: list[_Piece]) -> None:
    told = [piece for piece in pieces if piece.part not in {Part.METADATA, Part.CAPTION}]
    first = told[0] if told else None
    if first and len(told) > 1 and first.size <= _LABEL_WORDS and not told[1].closed and told[1].part in {None, Part.HEADING}:
        first.part, first = Part.METADATA, told[1]
    if first and first.part in {None, Part.HEADING} and _may_headline(first):
        first.part = Part.HEADLINE


def _mark_repeated_headline(pieces: list[_Piece]) -> None:
    """Before the body, the last line that repeats an earlier one is the headline, and the lines before it are the page's menus."""
    seen: dict[str, _Piece] = {}
    for index, piece in enumerate(pieces):
        if piece.part in {None, Part.HEADING} and (piece.closed or find_dateline(piece.words, first=True)):
            return
        if piece.size < _REPEAT_WORDS or piece.part is Part.CAPTION:
            continue
        earlier = seen.setdefault(_folded(piece.words), piece)
        if earlier is not piece:
            for other in pieces[: index + 1]:
                other.part = other.part if other.part is Part.CAPTION else Part.METADATA
            earlier.part = Part.HEADLINE


def _may_headline(piece: _Piece) -> bool:
    if (
        piece.closed
        or piece.size > _HEADLINE_WORDS
        or is_caption(piece.words)
        or find_dateline(piece.words, first=piece.size <= _LABEL_WORDS + 1)
    ):
        return False
    return piece.size <= _HEADING_WORDS or _SENTENCE_GAP.search(piece.words) is None


def _mark_captions(pieces: list[_Piece]) -> None:
    for piece in pieces:
        if piece.part is None and is_caption(piece.words):
            piece.part = Part.CAPTION


def _mark_repeats(pieces: list[_Piece]) -> None:
    """A line that repeats an earlier one word for word tells nothing new."""
    seen: set[str] = set()
    for piece in pieces:
        if piece.size < _REPEAT_WORDS or piece.part is Part.METADATA:
            continue
        folded = _folded(piece.words)
        if folded in seen:
            piece.part = Part.METADATA
        seen.add(folded)


def _mark_opening(pieces: list[_Piece]) -> None:
    """Between the headline and the body: labels of the page, and a deck."""
    start = next((i for i, piece in enumerate(pieces) if piece.part is Part.HEADLINE), None)
    if start is None:
        return
    opening: list[_Piece] = []
    for piece in pieces[start + 1 :]:
        if piece.part is None and (piece.closed or find_dateline(piece.words, first=True)):
            break
        opening.append(piece)
    lead = [piece for piece in pieces[start + 1 + len(opening) :] if piece.part is not Part.METADATA][:2]
    free = [piece for piece in opening if piece.part in {None, Part.HEADING}]
    if not lead:
        return
    for piece in free:
        piece.part = Part.METADATA if piece.size <= _LABEL_WORDS else Part.DECK
    if not any(piece.part is Part.DECK for piece in pieces) and _is_deck(pieces, lead):
        lead[0].part = Part.DECK


def _is_deck(pieces: list[_Piece], lead: list[_Piece]) -> bool:
    """Tell whether the first full sentence only announces the story: short, alone, and before a byline or a far longer paragraph."""
    first = lead[0]
    if (
        len(lead) == 1
        or first.size > _DECK_WORDS
        or first.words.endswith(":")
        or _SENTENCE_GAP.search(first.words)
        or find_dateline(first.words, first=True)
    ):
        return False
    following = pieces[next(i for i, piece in enumerate(pieces) if piece is first) + 1]
    second = lead[1]
    return following.part is Part.METADATA or (
        second.part is None and second.size >= 2 * first.size and bool(_SENTENCE_GAP.search(second.words))
    )


def _mark_headings(pieces: list[_Piece]) -> None:
    """Short lines without an end: before a paragraph they head it, after the last one they belong to the page."""
    for piece, following in pairwise(pieces):
        if piece.part is None and following.part is Part.METADATA and piece.size <= _LABEL_WORDS and not piece.closed:
            piece.part = Part.METADATA
    told = [piece for piece in pieces if piece.part not in {Part.METADATA, Part.CAPTION}]
    rest = [piece for piece in told if piece.part in {None, Part.HEADING}]
    if _is_unpunctuated(rest):
        for piece in rest:
            piece.part = piece.part or Part.BODY
        return
    run: list[_Piece] = []
    for piece in rest:
        if _may_head(piece):
            run.append(piece)
            continue
        _settle(run, Part.BODY)
        run = []
        piece.part = Part.BODY
    paragraphs = sum(piece.part is Part.BODY for piece in told)
    _settle_last(run, paragraphs)


def _settle(run: list[_Piece], others: Part) -> None:
    """Mark one or two lines before a paragraph as its headings; a longer run is a list, and its last line may head."""
    for piece in run:
        piece.part = Part.HEADING if piece.part is Part.HEADING or len(run) <= 2 else others  # noqa: PLR2004


def _settle_last(run: list[_Piece], paragraphs: int) -> None:
    for piece in run:
        piece.part = Part.METADATA if paragraphs > 1 and piece.size <= _TRAILING_WORDS else Part.BODY


def _may_head(piece: _Piece) -> bool:
    if piece.part is Part.HEADING:
        return True
    if piece.closed or piece.size > _HEADING_WORDS or _BULLET.match(piece.words) or _SENTENCE_GAP.search(piece.words):
        return False
    return not piece.words.endswith("?") or piece.size <= _QUESTION_WORDS


def _is_unpunctuated(rest: list[_Piece]) -> bool:
    long = [piece for piece in rest if piece.size >= 12]  # noqa: PLR2004 - as long as a sentence of news
    return bool(long) and sum(piece.closed or piece.words.endswith(("?", "!")) for piece in long) * 2 < len(long)


def _cut(pieces: list[_Piece], notes: list[Note]) -> Iterator[Section]:
    """Give the sections, datelines and closing staff notes cut from the paragraphs that hold them."""
    first = True
    for piece in pieces:
        if piece.part is not Part.BODY:
            yield Section(part=piece.part or Part.BODY, start=piece.start, end=piece.end)
            continue
        dateline = find_dateline(piece.words, first=first)
        length = dateline.length if dateline else 0
        if dateline:
            notes.append(_note(dateline))
            yield Section(part=Part.METADATA, start=piece.start, end=piece.start + len(piece.words[:length].rstrip()))
        first = False
        yield from _body(piece, length)


def _body(piece: _Piece, start: int) -> Iterator[Section]:
    tail = staff_note_at_end(piece.words[start:])
    end = len(piece.words) if tail is None else start + tail
    yield Section(part=Part.BODY, start=piece.start + start, end=piece.start + end)
    if tail is not None:
        note = piece.words[end:]
        yield Section(part=Part.METADATA, start=piece.end - len(note.lstrip()), end=piece.end)


def _facts(notes: list[Note], title: str | None) -> Facts:
    dated = [note for note in notes if note.published]
    best = min(dated, key=lambda note: note.rank).published if dated else None
    outlet = next((note.outlet for note in notes if note.outlet), None)
    byline = next((note.byline for note in notes if note.byline), None)
    return Facts(title=title, outlet=outlet, byline=byline, published=best)


def _is_closed(words: str) -> bool:
    """Tell whether `words` end as a sentence does; dots of an ellipsis or of initials end none, a quoted question does."""
    words = _STAGE.sub("", words)
    bare = words.rstrip(_CLOSING)
    if bare.endswith(("!", "?")):
        return bare != words
    return bare.endswith(_CLOSED) and not bare.endswith("...") and _INITIALS.search(bare) is None


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold().strip(" .")
