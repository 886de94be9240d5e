from counterclaim.claims.identity import Fate, identify


def fates(previous: dict[str, list[str]], groups: list[list[str]]) -> dict[str, tuple[Fate, tuple[str, ...]]]:
    return {change.incident: (change.fate, change.others) for change in identify(previous, groups).changes}


def test_an_incident_that_grows_keeps_its_id() -> None:
    grown = identify({"one": ["a", "b"]}, [["a", "b", "c"]])

    assert grown.incidents == {"one": ("a", "b", "c")}
    assert [(change.fate, change.added) for change in grown.changes] == [(Fate.CHANGED, ("c",))]


def test_what_stays_leaves_no_trace() -> None:
    assert identify({"one": ["b", "a"]}, [["a", "b"]]).changes == ()


def test_merged_incidents_live_on_under_the_id_of_the_larger() -> None:
    assert fates({"one": ["a"], "two": ["b", "c"]}, [["a", "b", "c"]]) == {
        "one": (Fate.MERGED_INTO, ("two",)),
        "two": (Fate.CHANGED, ("one",)),
    }


def test_of_a_split_incident_the_larger_part_keeps_the_id() -> None:
    split = identify({"one": ["a", "b", "c"]}, [["a"], ["b", "c"]])
    new = next(name for name in split.incidents if name != "one")

    assert split.incidents == {"one": ("b", "c"), new: ("a",)}
    assert [(change.fate, change.others) for change in split.changes if change.incident == new] == [(Fate.SPLIT_OFF, ("one",))]


def test_ties_go_to_the_smaller_id_whatever_the_order() -> None:
    previous = {"two": ["b"], "one": ["a"]}

    assert (
        set(identify(previous, [["b", "a"]]).incidents)
        == {"one"}
        == set(identify(dict(reversed(previous.items())), [["a", "b"]]).incidents)
    )


def test_an_incident_without_claims_vanishes() -> None:
    assert fates({"one": ["a"]}, []) == {"one": (Fate.VANISHED, ())}


def test_a_new_id_is_none_that_is_in_use() -> None:
    (plain,) = identify({}, [["a", "b"]]).incidents
    (other,) = identify({}, [["a", "b"]], taken=[plain]).incidents
    (third,) = identify({}, [["a", "b"]], taken=[plain, other]).incidents

    assert len({plain, other, third}) == 3
