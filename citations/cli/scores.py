"""`citations scores`: the scores of an audit, with their formula, their coverage and how they have moved."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from citations.cli.console import MOST_IN_A_CELL
from citations.cli.main import cli, out, settings
from citations.cli.which import Client, Number, audit_of, refuse_unknown
from citations.findings import Scored, scored, settle, weights
from citations.reports import scores_json
from citations.reports.shown import plain
from citations.store import Store
from citations.words import ScoreOf


@cli.command("scores")
def list_scores(
    audit: Number = 0,
    client: Client = None,
    of: Annotated[ScoreOf, typer.Option("--by", help="what each score is of")] = ScoreOf.LOCATION,
    as_json: Annotated[bool, typer.Option("--json", help="print them as JSON")] = False,
) -> None:
    """Say the scores of locations, brands, clients or the whole portfolio, the lowest first. Nothing is visited."""
    store = Store(settings().database)
    info = audit_of(store, audit)
    refuse_unknown(client, info.clients)
    settle(store)
    found = scored(store.totals(info.id, of, client), of, store.standings(info.id))
    if as_json:
        typer.echo(json.dumps(scores_json(info, of, found), ensure_ascii=False, indent=2))
        return
    out.print(_formula())
    out.print(_table(found))


def _formula() -> str:
    table = weights()
    points = ", ".join(f"{name} {share:g}" for name, share in table.field.items())
    credit = ", ".join(f"{word} {share:g}" for word, share in table.credit.items())
    tiers = ", ".join(f"tier {tier}: {weight:g}" for tier, weight in table.tier.items())
    return (
        "Points of a listing: the part of its points that its compared fields earn;"
        f" points: {points}; credit: {credit}.\n"
        f"A missing listing earns none. Score: 100 x earned / verified, weighted by directory ({tiers}).\n"
        "What could not be checked leaves the score and lowers the part that is checked."
    )


def _table(found: Sequence[Scored]) -> Table:
    table = Table()
    for heading in ("Client", "Name", "Locations", "Score", "Checked", "Grade", "Better than", "Seen twice", "Formula"):
        table.add_column(heading)
    for each in found:
        points, moved = each.score.points, each.trend.points
        table.add_row(
            Text(plain(each.client, MOST_IN_A_CELL)),
            Text(plain(each.name, MOST_IN_A_CELL)),
            str(each.locations),
            "–" if points is None else f"{points:.0f}",
            f"{each.score.coverage:.0%}",
            each.score.grade,
            "–" if each.percentile is None else f"{each.percentile:.0f} %",
            f"{moved[0]:.0f} → {moved[1]:.0f}" if moved else "–",
            each.formula,
        )
    return table
