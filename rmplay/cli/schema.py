"""`rmplay schema`: what editors need to help while one types."""

from __future__ import annotations

import click

from .terminal import put


@click.command(short_help="Print the JSON Schema that editors use.")
@click.argument("kind", default="program", type=click.Choice(("program", "house", "site", "house-rules", "translation")))
def schema(kind: str) -> None:
    """Print the JSON Schema that editors use: of a program, a house file, site.yaml, house-rules.yaml or a translation."""
    import json

    from ..definition.schema import schema_of
    put(json.dumps(schema_of(kind), indent=2) + "\n")
