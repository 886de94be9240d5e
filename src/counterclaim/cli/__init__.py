"""The command line: `counterclaim COMMAND`."""

from __future__ import annotations

import signal
import sys

import click

from counterclaim.cli.app import INTERRUPTED, NOTHING, USAGE, App, examples
from counterclaim.cli.assess import assess
from counterclaim.cli.codebook import codebook
from counterclaim.cli.completion import completion
from counterclaim.cli.control import control
from counterclaim.cli.evaluate import evaluate
from counterclaim.cli.explain import explain
from counterclaim.cli.export import export
from counterclaim.cli.failures import failures
from counterclaim.cli.figures import figures
from counterclaim.cli.gazetteer import gazetteer
from counterclaim.cli.incident import incident
from counterclaim.cli.incidents import incidents
from counterclaim.cli.judge import judge, unjudge
from counterclaim.cli.judgements import judgements
from counterclaim.cli.link import link
from counterclaim.cli.load import load
from counterclaim.cli.read import read
from counterclaim.cli.show import show

EXAMPLES = examples(
    "counterclaim read article.txt --published 2021-09-05",
    "counterclaim read page.html feed.xml corpus.jsonl --into war.db",
    "counterclaim show war.db --party Taliban --outcome killed",
    "counterclaim explain war.db 51ab3c22",
)


@click.group(epilog=EXAMPLES)
@click.version_option(package_name="counterclaim", message="%(prog)s %(version)s")
@click.option("--no-color", is_flag=True, help="No colour; NO_COLOR in the environment does the same.")
@click.pass_context
def cli(context: click.Context, /, *, no_color: bool) -> None:
    """Read reports of armed conflict into a ledger of attributed claims: who says what, in which words.

    Exit codes: 0 all done; 1 done, but some inputs failed; 2 wrong usage or settings; 3 nothing could be done;
    130 stopped by the interrupt key.
    """
    context.obj = App(color=not no_color)


COMMANDS = (
    *(read, load, link, show, explain, incidents, incident, control, figures, judge, assess, unjudge, judgements),
    *(export, failures, evaluate, gazetteer, codebook, completion),
)

for command in COMMANDS:
    cli.add_command(command)


def main() -> int:
    """Run the command line and give the exit code."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    return run(sys.argv[1:])


def run(arguments: list[str]) -> int:
    """Run one command and give the exit code; what goes wrong is told on standard error, without a traceback."""
    from counterclaim.claims.errors import CounterclaimError

    try:
        result = cli.main(arguments, prog_name="counterclaim", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped; what was read is kept", err=True)
        return INTERRUPTED
    except CounterclaimError as error:
        click.echo(f"counterclaim: {error}", err=True)
        return NOTHING
    return result if isinstance(result, int) else 0
