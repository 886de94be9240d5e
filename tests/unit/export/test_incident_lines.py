from __future__ import annotations

import datetime as dt
import io
import json

import pytest

from counterclaim.claims.counterclaim import Counterclaim, Question
from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.incident import Incident, Origin, Status
from counterclaim.claims.position import Position, Statement, Topic
from counterclaim.export.incidents import encode_incident, read_incidents, write_incidents

INCIDENT = Incident(
    id="x",
    claims=("a", "b"),
    counterclaims=(Counterclaim(a="a", b="b", question=Question.HAPPENED, reason="b denies a"),),
    positions=(
        Position(
            side="North",
            topic=Topic(question=Question.HAPPENED),
            now=(Statement(answer="no", as_of=dt.date(2021, 9, 5), claims=("b",), origins=1),),
        ),
    ),
    origins=(Origin(id="o", asserter="North", party=None, claims=("b",)),),
    status=Status.CONTESTED,
)


def test_a_line_has_every_key_in_order() -> None:
    line = json.loads(encode_incident(INCIDENT))
    assert list(line) == ["format", "id", "claims", "counterclaims", "positions", "origins", "status"]
    assert line["format"] == "counterclaim/incident/1"
    assert line["counterclaims"] == [{"a": "a", "b": "b", "question": "happened", "reason": "b denies a"}]


def test_incidents_come_back_from_a_file_as_they_were(tmp_path) -> None:
    path, stream = tmp_path / "incidents.jsonl", io.BytesIO()
    assert write_incidents([INCIDENT, INCIDENT], stream) == 2
    path.write_bytes(stream.getvalue() + b"\n")
    assert list(read_incidents(path)) == [INCIDENT, INCIDENT]


@pytest.mark.parametrize("line", [b"{}", b"nonsense", b'{"id": "x", "claims": [], "status": "contested"}', b"\xff"])
def test_a_line_that_is_no_incident_is_named(tmp_path, line) -> None:
    path = tmp_path / "incidents.jsonl"
    path.write_bytes(encode_incident(INCIDENT) + b"\n" + line + b"\n")
    with pytest.raises(UnreadableInput, match="line 2"):
        list(read_incidents(path))


def test_a_file_that_is_not_there_is_named(tmp_path) -> None:
    with pytest.raises(UnreadableInput, match="No such file"):
        list(read_incidents(tmp_path / "nowhere.jsonl"))
