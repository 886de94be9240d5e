"""`counterclaim completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from counterclaim.cli.app import DONE, examples

EXAMPLES = examples(
    "counterclaim completion bash > ~/.local/share/bash-completion/completions/counterclaim",
    "counterclaim completion zsh > ~/.zfunc/_counterclaim",
    "counterclaim completion fish > ~/.config/fish/completions/counterclaim.fish",
)


@click.command(epilog=EXAMPLES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, /, shell: str) -> int:
    """Print the completion script of a SHELL."""
    maker = get_completion_class(shell)
    if maker is None:
        raise click.UsageError(f"{shell} is not known here")
    click.echo(maker(context.find_root().command, {}, "counterclaim", "_COUNTERCLAIM_COMPLETE").source())
    return DONE
