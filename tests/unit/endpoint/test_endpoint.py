"""Questions to an endpoint: answers, repetitions, limits, what is kept, and every way in which no answer comes."""

from __future__ import annotations

import json
import pickle
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from counterclaim.claims.errors import NoAnswer
from counterclaim.endpoint import Endpoint, spent

QUESTION = [{"role": "user", "content": "Who said so?"}]
SCHEMA = {"type": "object"}


def ask(endpoint, question="Who said so?", read=json.loads):
    return endpoint.ask([{"role": "user", "content": question}], SCHEMA, read)


def test_the_question_is_posted_with_model_schema_and_parameters(server, config_of):
    server.chat('{"a": 1}')
    assert ask(Endpoint(config_of(max_tokens=77))) == {"a": 1}
    (body,) = server.asked
    assert server.paths == ["/v1/chat/completions"]
    assert body["model"] == "m"
    assert body["messages"] == QUESTION
    assert body["response_format"] == {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": SCHEMA}}
    assert (body["max_tokens"], body["temperature"], body["seed"]) == (77, 0, 0)
    assert "Authorization" not in server.headers[0]


def test_the_key_goes_to_the_endpoint_and_nowhere_else(server, config_of):
    server.say(401, {"error": {"message": "wrong key sk-secret"}})
    config = config_of(key="sk-secret")
    with pytest.raises(NoAnswer) as caught:
        ask(Endpoint(config))
    assert server.headers[0]["Authorization"] == "Bearer sk-secret"
    assert "sk-secret" not in str(caught.value) + repr(config)
    assert b"sk-secret" not in config.cache.read_bytes()
    assert "wrong key …" in caught.value.reason
    assert caught.value.final


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, 529])
def test_what_may_pass_is_asked_again_and_counted(server, config_of, status):
    server.say(status, b"slow down")
    server.say(status, b"slow down")
    server.chat("{}")
    assert ask(Endpoint(config_of())) == {}
    assert len(server.asked) == 3
    assert spent(config_of()).repeated == 2


def test_a_wait_that_the_endpoint_asks_for_is_kept(server, config_of):
    server.say(429, b"", headers={"Retry-After": "1"})
    server.chat("{}")
    began = time.monotonic()
    ask(Endpoint(config_of()))
    assert time.monotonic() - began >= 1


def test_after_the_last_repetition_the_question_has_failed_and_the_next_may_fare_better(server, config_of):
    server.say(500, {"error": {"message": "out of memory"}})
    with pytest.raises(NoAnswer, match="HTTP 500: out of memory") as caught:
        ask(Endpoint(config_of(retries=2)))
    assert len(server.asked) == 3
    assert not caught.value.final
    assert spent(config_of()).failed == 1


def test_a_request_that_is_wrong_is_not_asked_again(server, config_of):
    server.say(400, {"error": "too long"})
    with pytest.raises(NoAnswer, match="HTTP 400: too long") as caught:
        ask(Endpoint(config_of()))
    assert len(server.asked) == 1
    assert not caught.value.final


def test_an_endpoint_that_keeps_silent_is_left_after_the_timeout(server, config_of):
    server.say(200, b"{}", wait=0.6)
    with pytest.raises(NoAnswer, match=r"no answer within 0\.2 seconds") as caught:
        ask(Endpoint(config_of(timeout=0.2)))
    assert len(server.asked) == 2
    assert not caught.value.final


def test_a_connection_that_breaks_off_fails_that_question_alone(server, config_of):
    server.say(0)
    with pytest.raises(NoAnswer, match="broke off the connection") as caught:
        ask(Endpoint(config_of(retries=1)))
    assert not caught.value.final


def test_an_endpoint_that_is_not_there_ends_the_run(config_of):
    with pytest.raises(NoAnswer, match="cannot be reached") as caught:
        ask(Endpoint(config_of(url="http://127.0.0.1:9/v1", retries=1)))
    assert caught.value.final


@pytest.mark.parametrize("url", ["localhost:8080", "ftp://host/v1", "", "http://"])
def test_an_address_that_is_none_is_told(config_of, url):
    with pytest.raises(NoAnswer, match="no web address") as caught:
        ask(Endpoint(config_of(url=url)))
    assert caught.value.final


def test_an_answer_elsewhere_is_not_followed(server, config_of):
    server.say(302, b"", headers={"Location": "http://127.0.0.1:9/elsewhere"})
    with pytest.raises(NoAnswer, match="HTTP 302"):
        ask(Endpoint(config_of()))
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<html>", "is not JSON"),
        ([], "none of a chat"),
        ({"choices": []}, "none of a chat"),
        ({"choices": [None]}, "none of a chat"),
        ({"choices": [{"message": {"content": None}}]}, "empty"),
        ({"choices": [{"message": {"content": "  "}}]}, "empty"),
        ({"choices": [{"message": {"content": "no"}}]}, "does not fit"),
        ({"choices": [{"message": {"content": "{"}, "finish_reason": "length"}]}, "cut off at 4000 tokens"),
    ],
)
def test_an_answer_that_cannot_be_used_fails_that_question_alone_and_is_not_kept(server, config_of, body, reason):
    server.say(200, body)
    endpoint = Endpoint(config_of())
    for _ in range(2):
        with pytest.raises(NoAnswer, match=reason) as caught:
            ask(endpoint)
        assert not caught.value.final
    assert len(server.asked) == 2


def test_an_answer_is_kept_and_not_asked_for_again_whatever_the_run_and_the_address(server, config_of):
    server.chat('```json\n{"a": 1}\n```')
    assert ask(Endpoint(config_of())) == {"a": 1}
    assert ask(Endpoint(config_of(run="another", url="http://127.0.0.1:9/v1"))) == {"a": 1}
    assert ask(Endpoint(config_of(run="without an address", url=None))) == {"a": 1}
    assert len(server.asked) == 1
    assert (spent(config_of()).asked, spent(config_of()).kept) == (1, 0)
    assert (spent(config_of(run="another")).asked, spent(config_of(run="another")).kept) == (0, 1)


@pytest.mark.parametrize("change", [{"model": "n"}, {"max_tokens": 9}])
def test_another_model_or_parameter_is_another_question(server, config_of, change):
    server.chat("{}")
    ask(Endpoint(config_of()))
    ask(Endpoint(config_of(**change)))
    ask(Endpoint(config_of()), "And who denied it?")
    assert len(server.asked) == 3


def test_without_an_address_only_kept_answers_are_given(config_of, server):
    with pytest.raises(NoAnswer, match="has not been answered before"):
        ask(Endpoint(config_of(url=None)))
    assert server.asked == []


def test_tokens_time_and_cost_are_counted(server, config_of):
    server.chat("{}", tokens=(1_000, 500))
    config = config_of(price_in=2.0, price_out=10.0)
    ask(Endpoint(config))
    told = spent(config)
    assert (told.asked, told.tokens_in, told.tokens_out) == (1, 1_000, 500)
    assert told.cost == pytest.approx(0.007)
    assert told.seconds > 0


def test_where_the_endpoint_counts_no_tokens_the_most_there_can_be_are_counted(server, config_of):
    server.chat("{}", tokens=None)
    config = config_of(max_tokens=50)
    ask(Endpoint(config), "x" * 30)
    assert (spent(config).tokens_in, spent(config).tokens_out) == (10, 50)


@pytest.mark.parametrize(
    ("limits", "name"),
    [({"token_limit": 400}, "llm_token_limit"), ({"cost_limit": 0.0004, "price_in": 1.0, "price_out": 1.0}, "llm_cost_limit")],
)
def test_no_question_is_asked_that_could_pass_a_limit(server, config_of, limits, name):
    server.chat("{}", tokens=(100, 100))
    config = config_of(max_tokens=150, **limits)
    endpoint = Endpoint(config)
    ask(endpoint, "first")
    ask(endpoint, "second")
    with pytest.raises(NoAnswer, match=name) as caught:
        ask(endpoint, "third")
    assert caught.value.final
    assert len(server.asked) == 2
    assert ask(endpoint, "first") == {}


def test_a_limit_holds_for_questions_that_are_asked_at_one_time(server, config_of):
    server.say(200, {"choices": [{"message": {"content": "{}"}}], "usage": {"prompt_tokens": 1, "completion_tokens": 99}}, wait=0.1)
    endpoint = Endpoint(config_of(max_tokens=99, token_limit=350))

    def one(n):
        try:
            return ask(endpoint, f"{n}")
        except NoAnswer as error:
            return error.final

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(one, range(8)))
    assert answers.count(True) == 5
    assert len(server.asked) == 3


def test_questions_wait_for_their_turn(server, config_of):
    server.chat("{}")
    waits = []
    endpoint = Endpoint(config_of(per_minute=1.0), sleep=waits.append)
    for n in range(3):
        ask(endpoint, f"{n}")
    assert [waits[0] == 0, 30 < waits[1] <= 60, 90 < waits[2] <= 120] == [True] * 3


def test_what_was_left_out_is_counted_by_field_and_reason(server, config_of):
    endpoint = Endpoint(config_of())
    endpoint.count_dropped({("place", "not in the text"): 2, ("counts", "no number"): 1})
    endpoint.count_dropped({("place", "not in the text"): 1})
    assert spent(config_of()).dropped == {("counts", "no number"): 1, ("place", "not in the text"): 3}
    assert server.asked == []


def test_counting_from_many_threads_loses_nothing(config_of):
    endpoint = Endpoint(config_of())
    threads = [threading.Thread(target=endpoint.count_dropped, args=({("place", "no place"): 1},)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert spent(config_of()).dropped == {("place", "no place"): 12}


def test_a_file_of_answers_that_is_none_is_told_with_the_way_out(config_of, tmp_path):
    (tmp_path / "answers.sqlite").write_text("this is no database, and it is long enough to be seen as none" * 20)
    with pytest.raises(NoAnswer, match="cannot be used") as caught:
        Endpoint(config_of())
    assert "llm_cache" in caught.value.way_out
    assert caught.value.final


def test_a_folder_that_cannot_be_made_is_told(config_of, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NoAnswer, match="cannot be used"):
        Endpoint(config_of(cache=tmp_path / "file" / "answers.sqlite"))


def test_the_error_travels_between_processes():
    error = NoAnswer("http://host/v1", "cannot be reached", "start it", final=True)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own bytes)
    assert (copy.endpoint, copy.reason, copy.way_out, copy.final, str(copy)) == (
        error.endpoint,
        error.reason,
        error.way_out,
        True,
        str(error),
    )
