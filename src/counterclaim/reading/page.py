"""HTML pages: trafilatura finds the story, htmldate its date, and the normalised text is made of what they found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from trafilatura import bare_extraction, load_html

from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.report import Part
from counterclaim.reading.dates import read_date
from counterclaim.reading.decoding import decode
from counterclaim.reading.facts import NOTHING, Block, Draft, Facts

_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""A date that the page declares, and no guess from numbers in its text; whether it lies in the future is told later."""

_WAY_OUT = "save the page after its scripts have run, or give the story as a plain text"
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNSEEN = frozenset(("script", "style", "noscript", "template", "iframe", "svg", "form", "button"))
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub",
     "sup", "time", "tt", "u")
)  # fmt: skip
_GAP = "\n\n"

Piece = tuple[str, Part | None]
"""Words without line ends, and what they are if their tag tells."""


def read_page(data: bytes, source: str, *, path: str | None = None, given: Facts = NOTHING) -> Draft:
    """Give the draft of the story on an HTML page: title, paragraphs, headings, captions, parted by empty lines.

    Menus, comments and scripts are left out. What `given` tells wins over what the page tells.

    Raises:
        UnreadableInput: The bytes are no text, or the page holds no story.
    """
    html, notices = decode(data, source, markup=True)
    tree = load_html(html)
    captions = _captions(tree) if tree is not None else {}
    document = None if tree is None else _extracted(tree)
    pieces = list(_pieces(document.body, captions)) if document is not None else []
    if document is None or not any(part is not Part.HEADING for _, part in pieces):
        raise UnreadableInput(source, "a page without a story in it", way_out=_WAY_OUT)
    text, blocks = assemble(document.title, pieces, deck=document.description)
    found = Facts(
        title=document.title or None,
        outlet=document.sitename or None,
        byline=(document.author or "").replace("; ", ", ") or None,
        published=read_date(document.date) if document.date else None,
        url=document.url or None,
    )
    digest = hashlib.sha256(data).hexdigest()
    return Draft(text=text, raw_sha256=digest, source=source, path=path, given=given.or_else(found), blocks=blocks, notices=notices)


def fragment_pieces(html: str) -> list[Piece]:
    """Give the paragraphs, headings and captions of a piece of HTML, all of it."""
    tree = load_html(f"<html><body>{html}</body></html>") if html.strip() else None
    return [] if tree is None else list(_joined(_runs(tree, None)))


def assemble(title: str | None, pieces: Iterable[Piece], *, deck: str | None = None) -> tuple[str, tuple[Block, ...]]:
    """Give the normalised text of a title and what stands under it, and where each piece lies in it.

    The title comes first, unless one of the pieces says the same; a piece that says the same as `deck` is the deck.
    """
    rest = list(pieces)
    if title and not any(_same(words, title) for words, _ in rest[:5]):
        rest.insert(0, (" ".join(title.split()), Part.HEADLINE))
    blocks: list[Block] = []
    at = 0
    for words, part in rest:
        told = Part.HEADLINE if title and not blocks and _same(words, title) else part
        told = Part.DECK if deck and told in {None, Part.HEADING} and _same(words, deck) else told
        blocks.append(Block(start=at, end=at + len(words), part=told))
        at += len(words) + len(_GAP)
    return _GAP.join(words for words, _ in rest), tuple(blocks)


def _extracted(tree: Any) -> Any:
    return bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=True, include_images=True, date_extraction_params=dict(_DATES)
    )


def _captions(tree: Any) -> dict[str, str]:
    """Give the captions of the page's figures by the addresses of their images."""
    found = {}
    for figure in tree.iter("figure"):
        words = _words(next(figure.iter("figcaption"), None))
        for image in figure.iter("img"):
            found.update({image.get(name): words for name in ("src", "data-src", "data-original") if image.get(name) and words})
    return found


def _pieces(body: Any, captions: dict[str, str]) -> Iterator[Piece]:
    """Give the pieces of what trafilatura found: `head`, `p`, `quote`, `list`, `table`, `graphic`."""
    for element in body:
        if element.tag == "table":
            for row in element.iter("row"):
                yield from _row(row)
        elif element.tag == "head":
            yield from _piece(_words(element), Part.HEADING)
        else:
            part = Part.BODY if element.tag in {"quote", "list"} else None
            yield from ((line, part) for line in _lines(element))
        for graphic in element.iter("graphic"):
            yield from _piece(captions.pop(graphic.get("src"), ""), Part.CAPTION)


def _row(row: Any) -> Iterator[Piece]:
    """Give a table's row: its paragraphs where the table lays out the page, one line of data otherwise."""
    cells = [line for cell in row.iter("cell") for line in _lines(cell)]
    if any(cell.endswith(".") and len(cell) > 80 for cell in cells):  # noqa: PLR2004 - a sentence, not a figure
        yield from ((cell, None) for cell in cells)
    elif cells:
        yield " | ".join(cells), Part.METADATA


def _lines(element: Any) -> list[str]:
    """Give the text of an element cut where it has inner paragraphs, items or line breaks."""
    return [line for part in _text(element).split("\n") if (line := " ".join(part.split()))]


def _text(element: Any) -> str:
    inner = _flat(element.text) + "".join(_text(child) + _flat(child.tail) for child in element)
    return f"\n{inner}\n" if element.tag in {"p", "item", "lb", "head", "quote", "list", "cell"} else inner


def _flat(words: str | None) -> str:
    return (words or "").replace("\n", " ")


def _words(element: Any) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _piece(words: str, part: Part | None) -> Iterator[Piece]:
    if words:
        yield words, part


def _runs(element: Any, part: Part | None) -> Iterator[tuple[str, Part | None] | None]:
    """Give the inline text of an element in order, and None wherever a block begins or ends."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return
    part = Part.HEADING if element.tag in _HEADINGS else Part.CAPTION if element.tag == "figcaption" else part
    inline = element.tag in _INLINE
    if not inline:
        yield None
    yield element.text or "", part
    for child in element:
        yield from _runs(child, part)
        yield child.tail or "", part
    if not inline:
        yield None


def _joined(runs: Iterable[tuple[str, Part | None] | None]) -> Iterator[Piece]:
    words, part = "", None
    for run in (*runs, None):
        if run is not None:
            words, part = words + run[0], run[1]
            continue
        if line := " ".join(words.split()):
            yield line, part
        words = ""


def _same(words: str, other: str) -> bool:
    return " ".join(words.split()).casefold().strip(" .") == " ".join(other.split()).casefold().strip(" .")
