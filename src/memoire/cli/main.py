"""`memoire`: the list of commands. Each lives in a file of its own and is loaded only when it is called."""

from importlib import import_module
from typing import Any, Final, NamedTuple

import click

from memoire import __version__
from memoire.errors import MemoireError, UsageError

WRONG_USAGE: Final = 2
NOTHING_DONE: Final = 3
INTERRUPTED: Final = 130  # 128 + SIGINT, as shells count


class Summary(NamedTuple):
    """What the overview says of a command."""

    does: str
    example: str


COMMANDS: Final[dict[str, Summary]] = {
    "demo": Summary("open a small real sample at the desk", "memoire demo"),
    "desk": Summary("open your ledger in the browser", "memoire desk"),
    "read": Summary("read without storing", "memoire read report.txt --published 2024-07-14"),
    "add": Summary("read and store files, folders, corpora", "memoire add statements/"),
    "list": Summary("list entries", "memoire list commitment --between USA PAK --lifecycle overdue"),
    "show": Summary("one entry: its words, what became of it, history", "memoire show 9f86d081"),
    "compare": Summary(
        "read-outs side by side: said by all, by one, differently", "memoire compare ours.txt theirs.txt"
    ),
    "follow": Summary("propose what reports say of open commitments", "memoire follow --between USA PAK"),
    "accept": Summary("make a proposed link record", "memoire accept x3f9a1c"),
    "confirm": Summary("make proposals record", "memoire confirm 9f86d081"),
    "correct": Summary("change fields of an entry", "memoire correct 9f86d081 firmness=planned when.edtf=2024-11"),
    "reject": Summary("say that it does not say this, or not of that", 'memoire reject 9f86d081 --reason "a headline"'),
    "test": Summary("by what a commitment is decided", 'memoire test 9f86d081 --kept-if "a dialogue was held"'),
    "due": Summary("when a commitment is due", "memoire due 9f86d081 2025-03"),
    "close": Summary(
        "decide what became of a commitment", "memoire close 9f86d081 --as kept --on 2024-10-20 --evidence x3f9a1c"
    ),
    "reopen": Summary("take a verdict back", 'memoire reopen 9f86d081 --reason "another dialogue"'),
    "withdraw": Summary(
        "a document is withdrawn: see what leaned on it", 'memoire withdraw 5feceb66 --reason "corrected"'
    ),
    "undo": Summary("take back what was done", "memoire undo 9f86d081"),
    "brief": Summary("write a brief, every fact footnoted", "memoire brief USA PAK --for PAK --to brief.docx"),
    "calendar": Summary("what is due, for a calendar program", "memoire calendar USA PAK --to dialogue.ics"),
    "export": Summary("entries and documents for other programs", "memoire export --to ledger/ --as csv"),
    "verify": Summary("whether the ledger is as it was written", "memoire verify"),
    "doctor": Summary("what is wrong with this installation", "memoire doctor"),
}


class Commands(click.Group):
    """Commands by name, loaded when called; errors of users end in one line and an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"memoire.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands, with an example each"):
            for name, summary in COMMANDS.items():
                formatter.write_text(f"{name:<8} {summary.does}")
                formatter.write_text(f"{'':<8} $ {summary.example}")

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MemoireError as error:
            click.echo(f"memoire: {error}", err=True)
            ctx.exit(WRONG_USAGE if isinstance(error, UsageError) else NOTHING_DONE)
        except KeyboardInterrupt:
            click.echo("memoire: interrupted", err=True)
            ctx.exit(INTERRUPTED)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="memoire", message="%(prog)s %(version)s")
def main() -> None:
    """Read what governments say to each other, keep the record of what they promised, and say what became of it.

    Every command takes --ledger PATH; without it, $MEMOIRE_LEDGER or a ledger in your data folder is used.
    Exit status: 0 done; 1 done, but something was refused or found wrong; 2 wrong usage; 3 nothing could be done.
    """
