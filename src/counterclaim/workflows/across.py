"""Counterclaims between claims of whatever incidents, gathered while the claims of a ledger pass by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Counterclaim
from counterclaim.claims.event import Kind
from counterclaim.comparison.across import on_control, within_reports

Across = Mapping[str, Sequence[Counterclaim]]

_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(list[Counterclaim])


class Gatherer:
    """Looks at claims that come report by report, and tells in the end what contradicts what across incidents."""

    def __init__(self) -> None:
        self._found: list[Counterclaim] = []
        self._control: list[Claim] = []

    def passing(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Give the claims on, and note what is needed of them; those of one report come one after the other."""
        report: list[Claim] = []
        for claim in claims:
            if report and report[0].report.sha256 != claim.report.sha256:
                self._found += within_reports(report)
                report = []
            report.append(claim)
            if claim.kind is Kind.CONTROL:
                self._control.append(claim)
            yield claim
        self._found += within_reports(report)

    def found(self) -> Across:
        """Give the counterclaims by each of their two claims."""
        return by_claim([*self._found, *on_control(self._control)])


def by_claim(counterclaims: Iterable[Counterclaim]) -> Across:
    """Give counterclaims by each of their two claims."""
    found: defaultdict[str, list[Counterclaim]] = defaultdict(list)
    for one in counterclaims:
        found[one.a].append(one)
        found[one.b].append(one)
    return found


def packed(counterclaims: Sequence[Counterclaim]) -> bytes:
    """Give counterclaims in the form in which processes hand them to each other."""
    return _ENCODER.encode(counterclaims)


def unpacked(given: bytes) -> list[Counterclaim]:
    """Give the counterclaims back that were packed."""
    return _DECODER.decode(given)
