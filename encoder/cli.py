"""The command `engross`: its commands in the order of an editor's work."""

from __future__ import annotations

from difflib import get_close_matches

import click

from encoder.commands import checking, depositing, making, publishing, releasing

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
COMMANDS = (
    making.init,
    making.build,
    making.encode,
    making.decode,
    checking.audit,
    checking.validate,
    checking.evaluate,
    making.schema,
    publishing.web,
    publishing.pdf,
    publishing.layout,
    publishing.epub,
    publishing.docx,
    publishing.text,
    publishing.serve,
    depositing.deposit,
    releasing.verify,
    releasing.diff,
)
"""Every command, as --help lists them."""


class _Commands(click.Group):
    """The commands in the order of an editor's work, not of the alphabet; a misspelt one is answered with the right."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], self.commands, n=1)
            advice = f" Did you mean “{near[0]}”?" if near and "Did you mean" not in error.message else ""
            raise click.UsageError(f"{error.message}{advice}", ctx) from error


@click.group(cls=_Commands, context_settings=_SETTINGS)
@click.version_option(package_name="engross", prog_name="engross")
def main() -> None:
    """Turn transcriptions of historical documents into validated TEI, a web edition and print.

    \b
    Begin with a folder of transcriptions (plain text, one file a document):
      engross init letters              write letters/edition.toml, to fill in
      engross build letters -o output   make TEI, web pages and PDFs of it
    """


for _command in COMMANDS:
    main.add_command(_command)
