from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from rdflib import Graph
from rdflib.namespace import PROV, SDO

from counterclaim.claims.attribution import Source, Stance
from counterclaim.claims.place import Place
from counterclaim.comparison.timeline import timelines
from counterclaim.export.ftm import write_ftm
from counterclaim.export.geojson import write_geojson
from counterclaim.export.jsonld import claims_in_jsonld, write_jsonld

# rdflib's own reader of JSON-LD uses what rdflib is about to drop.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA = "https://schema.org/"

# FollowTheMoney 4.11: the properties that each schema used here has.
FTM = {
    "Event": {"name", "startDate", "endDate", "location", "country", "involved", "notes"},
    "Organization": {"name"},
    "Article": {"title", "fileName", "publisher", "sourceUrl", "publishedAt"},
    "Documentation": {"document", "entity", "role", "summary", "date", "recordId"},
}


def disputed(make, claim):
    no = replace(claim, id="f" * 20, negated=True, stance=Stance.DENIES, denies=claim.id, source=Source(name="Ann", party="Taliban"))
    return make("list_all", no)


def geojson(tolds, controls=()) -> dict:
    stream = io.BytesIO()
    many = write_geojson(tolds, controls, stream, policy="list_all")
    found = json.loads(stream.getvalue())
    assert len(found["features"]) == many.rows
    return found


def test_an_incident_is_a_point_with_longitude_first(make):
    (feature,) = geojson([make("list_all")])["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [69.75, -35.5]}
    assert feature["id"] == "incident-i1"
    assert (feature["properties"]["start"], feature["properties"]["where_prec"]) == ("2021-09-04", 3)
    assert "confirmed" not in json.dumps(feature)


def test_without_coordinates_the_geometry_is_null_and_present(make):
    (feature,) = geojson([make("list_all", place=Place(text="the valley"))])["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["place_text"] == "the valley"


def test_the_policy_and_what_is_dropped_stand_in_the_collection():
    head = geojson([])["counterclaim"]
    assert head["policy"] == "list_all"
    assert set(head) == {"policy", "note", "dropped", "degraded"}


def test_control_is_claimed_by_a_side_from_a_day_on(claim):
    (feature,) = geojson([], timelines([claim]))["features"]
    told = feature["properties"]
    assert (told["what"], told["side"], told["change"], told["start"], told["end"]) == (
        "control_claimed",
        "Northern Front",
        "captured",
        "2021-09-04",
        None,
    )


def jsonld(tolds) -> bytes:
    stream = io.BytesIO()
    write_jsonld(tolds, stream, policy="list_all")
    return stream.getvalue()


def test_every_term_is_one_of_schema_org_or_prov(make, claim):
    graph = Graph().parse(data=jsonld([disputed(make, claim)]), format="json-ld")
    terms = {str(term) for triple in graph for term in triple[1:]}
    assert {term for term in terms if term.startswith(str(PROV))} >= {str(PROV.wasQuotedFrom), str(PROV.wasAttributedTo)}
    for vocabulary, start in ((PROV, str(PROV)), (SDO, SCHEMA)):
        names = [term.removeprefix(start) for term in terms if term.startswith(start)]
        assert names
        assert [name for name in names if name not in vocabulary] == []


def test_what_people_made_of_a_claim_is_a_review_of_schema_org(make, assessed):
    graph = Graph().parse(data=jsonld([make("list_all", assessed=assessed)]), format="json-ld")
    terms = {str(term) for triple in graph for term in triple[1:]}
    assert [term for term in terms if term.startswith(SCHEMA) and term.removeprefix(SCHEMA) not in SDO] == []
    asked = """PREFIX s: <https://schema.org/> SELECT ?who ?aspect ?name ?value ?best ?worst WHERE {
        ?review a s:ClaimReview ; s:itemReviewed ?claim ; s:author/s:name ?who ; s:reviewRating ?rating .
        ?review s:reviewBody ?why ; s:claimReviewed ?quote .
        ?claim a s:Claim . ?rating s:reviewAspect ?aspect ; s:alternateName ?name .
        OPTIONAL { ?rating s:ratingValue ?value ; s:bestRating ?best ; s:worstRating ?worst } } ORDER BY ?who ?aspect"""
    assert [tuple(one and str(one) for one in row) for row in graph.query(asked)] == [
        ("Ann", "Admiralty code: information", "doubtful", "4", "1", "5"),
        ("Ann", "Admiralty code: source", "fairly reliable", "C", "A", "E"),
        ("Ann", "claim", "doubtful", "2", "4", "1"),
        ("Bo", "Admiralty code: information", "probably true", "2", "1", "5"),
        ("Bo", "Admiralty code: source", "reliability cannot be judged", None, None, None),
        ("Bo", "claim", "unresolved", None, None, None),
    ]


def test_assessments_stand_in_geojson_and_in_the_notes_of_an_event(make, assessed):
    (feature,) = geojson([make("list_all", assessed=assessed)])["features"]
    assert [one["rating"] for one in feature["properties"]["assessments"]] == ["doubtful", "unresolved"]
    (event,) = [one for one in ftm([make("list_all", assessed=assessed)]) if one["schema"] == "Event"]
    assert event["properties"]["notes"][-1] == "claim 01234567 assessed by Bo on 2021-09-06: unresolved, F2 (no film)"


def test_claims_that_cannot_both_hold_point_at_each_other_and_no_review_is_written(make, claim):
    graph = Graph().parse(data=jsonld([disputed(make, claim)]), format="json-ld")
    asked = "SELECT ?a ?b WHERE { ?a <urn:counterclaim:vocabulary:contradicts> ?b }"
    found = {tuple(str(one) for one in row) for row in graph.query(asked)}
    pair = (f"urn:counterclaim:claim:{claim.id}", f"urn:counterclaim:claim:{'f' * 20}")
    assert found == {pair, pair[::-1]}
    assert b'"schema:ClaimReview"' not in jsonld([disputed(make, claim)])


def test_claims_come_back_out_of_json_ld(make, claim):
    told = disputed(make, claim)
    assert list(claims_in_jsonld(jsonld([told, told]))) == list(told.claims)


def ftm(tolds) -> list[dict]:
    stream = io.BytesIO()
    many = write_ftm(tolds, stream)
    found = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len(found) == many.rows
    return found


def test_entities_have_only_properties_that_their_schema_has(make, claim):
    for one in ftm([disputed(make, claim)]):
        assert set(one["properties"]) <= FTM[one["schema"]]
        assert all(isinstance(value, str) for values in one["properties"].values() for value in values)


def test_a_claim_is_the_documentation_of_an_event_by_an_article(make, claim):
    found = {one["schema"]: one for one in ftm([make("list_all", target="Taliban", actor="National Resistance Front")])}
    told = found["Documentation"]["properties"]
    assert told["entity"] == [found["Event"]["id"]]
    assert told["document"] == [found["Article"]["id"]]
    assert told["summary"] == [claim.quote]
    assert len(found["Event"]["properties"]["involved"]) == 2
    assert "policy list_all" in found["Event"]["properties"]["notes"][0]


def test_what_two_incidents_share_is_written_once(make):
    ids = [one["id"] for one in ftm([make("list_all"), make("list_all")])]
    assert len(ids) == len(set(ids))
