from pathlib import Path

import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.settings import Settings, load


def test_defaults_hold_where_nothing_is_set(tmp_path: Path) -> None:
    settings = Settings(places=Path("/data/counterclaim/places.sqlite"), llm_cache=Path("/cache/counterclaim/answers.sqlite"))

    assert load({"XDG_DATA_HOME": "/data", "XDG_CACHE_HOME": "/cache"}, tmp_path) == settings
    assert settings.llm_endpoint is None


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "counterclaim.toml").write_text('reader = "rules"\njobs = 2\n')

    settings = load({"COUNTERCLAIM_JOBS": "4", "COUNTERCLAIM_COLOR": "false"}, tmp_path)

    assert (settings.reader, settings.jobs, settings.color) == ("rules", 4, False)


def test_paths_in_a_file_are_relative_to_it(tmp_path: Path) -> None:
    file = tmp_path / "elsewhere" / "my.toml"
    file.parent.mkdir()
    file.write_text('places = "mine"\nparties = ["a.csv", "/abs/b.csv"]\n')

    settings = load({"COUNTERCLAIM_CONFIG": str(file)}, tmp_path)

    assert settings.places == file.parent / "mine"
    assert settings.parties == (file.parent / "a.csv", Path("/abs/b.csv"))


def test_a_list_in_the_environment_is_separated_as_a_search_path_is(tmp_path: Path) -> None:
    assert load({"COUNTERCLAIM_PARTIES": "a.csv:b.csv"}, tmp_path).parties == (Path("a.csv"), Path("b.csv"))


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("jobs = 0", "counterclaim.toml, jobs: at least 1"),
        ('jobs = "many"', "counterclaim.toml, jobs: Expected `int`"),
        ('reader = "oracle"', "counterclaim.toml, reader: Invalid enum value"),
        ("min_confidence = 2", "counterclaim.toml, min_confidence: "),
        ("places = 3", "counterclaim.toml, places: Expected a path"),
        ("speed = 3", "counterclaim.toml, speed: there is no such setting; settings are reader, jobs"),
        ("jobs = ", "counterclaim.toml: is not TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_file_place_and_way_out(tmp_path: Path, toml: str, words: str) -> None:
    (tmp_path / "counterclaim.toml").write_text(toml)

    with pytest.raises(UnreadableInput) as refused:
        load({}, tmp_path)

    assert words in str(refused.value)


def test_a_wrong_variable_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"^COUNTERCLAIM_JOBS: at least 1"):
        load({"COUNTERCLAIM_JOBS": "-1"}, tmp_path)


def test_a_configuration_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="No such file"):
        load({"COUNTERCLAIM_CONFIG": str(tmp_path / "gone.toml")}, tmp_path)


def test_a_language_model_is_named_in_the_file_or_the_environment_and_its_key_in_neither(tmp_path: Path) -> None:
    (tmp_path / "counterclaim.toml").write_text('llm_endpoint = "http://localhost:8080/v1"\nllm_cache = "kept.sqlite"\nllm_price_in = 2\n')

    settings = load(
        {"COUNTERCLAIM_LLM_MODEL": "m", "COUNTERCLAIM_LLM_COST_LIMIT": "0.5", "COUNTERCLAIM_LLM_API_KEY": "sk-secret"}, tmp_path
    )

    assert (settings.llm_endpoint, settings.llm_model) == ("http://localhost:8080/v1", "m")
    assert (settings.llm_cost_limit, settings.llm_price_in, settings.llm_cache) == (0.5, 2.0, tmp_path / "kept.sqlite")
    assert "sk-secret" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("LLM_TIMEOUT", "0", "more than 0"),
        ("LLM_TIMEOUT", "nan", "more than 0"),
        ("LLM_RETRIES", "-1", "not less than 0"),
        ("LLM_PER_MINUTE", "0", "more than 0"),
        ("LLM_COST_LIMIT", "5", "needs the prices of tokens"),
        ("LLM_TOKEN_LIMIT", "many", "Expected"),
    ],
)
def test_limits_that_make_no_sense_are_refused(tmp_path: Path, name: str, value: str, words: str) -> None:
    with pytest.raises(UnreadableInput, match=f"COUNTERCLAIM_{name}.*{words}"):
        load({f"COUNTERCLAIM_{name}": value}, tmp_path)
