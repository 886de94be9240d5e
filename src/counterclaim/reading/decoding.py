"""Bytes to characters, with a clear refusal of what is no text."""
# ruff: noqa: RUF001 - dashes and quotation marks as newspapers print them

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from counterclaim.claims.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f-\x84\x86-\x9f]")
_HEAD = 65536
_LEGACY = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u", "shift_jis", "euc_jp", "gb18030",
    "big5", "euc_kr", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_9",
)  # fmt: skip
_MOST_DAMAGE = 0.01
_MOST_CONTROLS = 0.002
_SAVE_AS_UTF8 = "save it as UTF-8 and read it again"


def guess_encoding(head: bytes, *, markup: bool = False) -> str:
    """Give the encoding that `head`, the first bytes of an input, is in: by its mark, its zeros, or what `markup` declares.

    Gives "" where none of them tells.
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if by_zeros := _wide(head[:4096]):
        return by_zeros
    declared = _DECLARED.search(head[:2048]) if markup else None
    return _known(declared[1].decode("ascii", "replace")) if declared else ""


def decode(data: bytes, source: str, *, markup: bool = False) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Give the text in `data`, and (reason, way out) for each thing about it that the person ought to see.

    The mark of the byte order is no part of the text; nothing else is left out. Bytes that are not UTF-8 are read in
    the encoding that a page declares or, where the whole text is plausible in it, a guessed one. UTF-8 with a few
    damaged bytes is read with U+FFFD in their place, and said so.

    Raises:
        UnreadableInput: The bytes are no text.
    """
    encoding = guess_encoding(data[:_HEAD], markup=markup)
    if not encoding and b"\0" in data[:_HEAD]:
        raise UnreadableInput(source, "it holds zero bytes and is no text", way_out="give a text, a page, a feed or a table")
    for name in dict.fromkeys(("utf-8", encoding) if markup and not encoding.startswith("utf-") else (encoding or "utf-8",)):
        try:
            return _checked(data.decode(name or "utf-8"), source), ()
        except UnicodeDecodeError as error:
            failure = error
    if encoding.startswith("utf-") and encoding != "utf-8-sig":
        raise UnreadableInput(source, f"it is not valid {encoding}", place=f"byte {failure.start}", way_out=_SAVE_AS_UTF8)
    return _legacy(data, source, failure)


def _known(name: str) -> str:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(found, found)


def _wide(head: bytes) -> str:
    """Give UTF-16 with its byte order where nearly every second byte is zero."""
    zeros = (head[0::2].count(0), head[1::2].count(0))
    half = len(head) // 2
    if half and max(zeros) > half * 0.5 and min(zeros) < half * 0.05:
        return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    return ""


def _legacy(data: bytes, source: str, failure: UnicodeDecodeError) -> tuple[str, tuple[tuple[str, str], ...]]:
    if _MULTIBYTE.search(data) is None or b"\xff" not in data:
        best = from_bytes(data[:_HEAD] if len(data) > _HEAD else data, cp_isolation=list(_LEGACY), enable_fallback=False).best()
        guess = best.encoding if best else "cp1252"
        for name in dict.fromkeys(("cp1252" if _is_nearly_ascii(data) else guess, guess)):
            text = data.decode(name, "replace")
            if _is_plausible(text):
                return text, ()
    text = data.decode("utf-8", "replace")
    if text.count("�") > max(3, len(text) * _MOST_DAMAGE):
        raise UnreadableInput(
            source, "it is neither UTF-8 nor text in an encoding that could be told", place=f"byte {failure.start}", way_out=_SAVE_AS_UTF8
        )
    reason = f"not valid UTF-8 from byte {failure.start} on; each damaged character was read as �"
    return _checked(text, source), ((reason, _SAVE_AS_UTF8),)


def _is_nearly_ascii(data: bytes) -> bool:
    sample = data[:_HEAD]
    return sum(byte > 0x7F for byte in sample) <= len(sample) * 0.05  # noqa: PLR2004


def _is_plausible(text: str) -> bool:
    """Tell whether a guessed decoding gave words: no controls, no unknown characters, none of the signs that stand for damage."""
    return not re.search(r"[\x00-\x08\x0e-\x1f\x7f-\x9f�ÿþ¬¤¦]", text) and not re.search(
        r"[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]", text
    )


def _checked(text: str, source: str) -> str:
    if len(_CONTROL.findall(text[:_HEAD])) > max(2, len(text[:_HEAD]) * _MOST_CONTROLS):
        raise UnreadableInput(source, "it holds control characters and is no text", way_out="give a text, a page, a feed or a table")
    return text
