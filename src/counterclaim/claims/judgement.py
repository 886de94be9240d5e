"""Which of people's judgements hold now: what is taken back does not, nor what its own author has said otherwise since."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.claims.incident import Judgement, Verdict


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Give the judgements that hold: each person's newest on each pair of claims that is not taken back, oldest first.

    A judgement that takes another back is no judgement of its own. Where it is taken back, what its author had said
    before holds again.
    """
    known = sorted(judgements, key=lambda one: (one.at, one.id))
    undone = {one.undoes for one in known if one.undoes}
    newest = {(one.a, one.b, one.by): one for one in known if one.undoes is None and one.id not in undone}
    return tuple(sorted(newest.values(), key=lambda one: (one.at, one.id)))


def verdicts(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Verdict]:
    """Give what people hold of each pair of claims; `unsure` where they contradict each other, or one of them is unsure."""
    by_pair: dict[tuple[str, str], set[Verdict]] = {}
    for one in standing(judgements):
        by_pair.setdefault((one.a, one.b), set()).add(one.verdict)
    return {pair: said.pop() if len(said) == 1 else Verdict.UNSURE for pair, said in by_pair.items()}
