import io

from rich.console import Console

from counterclaim.claims.errors import UnreadableInput
from counterclaim.cli.terminal import complain, progress


def console(*, terminal: bool) -> tuple[Console, io.StringIO]:
    stream = io.StringIO()
    return Console(file=stream, force_terminal=terminal, width=60, color_system=None, legacy_windows=False), stream


def test_an_error_names_input_place_reason_and_way_out_on_one_line() -> None:
    plain, stream = console(terminal=False)

    complain(plain, UnreadableInput("a/very/long/path/" * 5, "is \x1b[31mred", place="line 3", way_out="mend it"))

    assert stream.getvalue() == "a/very/long/path/" * 5 + ", line 3: is �[31mred; mend it\n"


def test_progress_is_for_many_reports_and_for_terminals() -> None:
    watched, stream = console(terminal=True)
    for shown_to, total, expected in (
        (watched, 100, True),
        (watched, None, True),
        (watched, 3, False),
        (console(terminal=False)[0], 100, False),
    ):
        with progress(shown_to, total) as shown:
            assert (shown is not None) is expected
    assert "starting" in stream.getvalue()
