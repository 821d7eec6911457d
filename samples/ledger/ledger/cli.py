"""`python -m ledger.cli`: what the office does by night."""

from datetime import date, datetime
from pathlib import Path

import click
from sqlalchemy import select
from sqlalchemy.engine import make_url

from ledger import chart, config, db, schema
from ledger.bank.importing import import_statement
from ledger.books import closing
from ledger.books.models import Period
from ledger.customers import services
from ledger.errors import LedgerError
from ledger.jobs.worker import Worker, nightly

Day = click.DateTime(formats=["%Y-%m-%d"])


@click.group()
@click.pass_context
def cli(context):
    context.obj = db.connect(config.database_url())


@cli.command()
@click.pass_obj
def migrate(engine):
    dsn = make_url(config.database_url()).set(drivername="postgresql").render_as_string(hide_password=False)
    for name in schema.migrate(dsn, config.migrations_folder()):
        click.echo(name)


@cli.command()
def install():
    chart.install()


@cli.command("close-month")
@click.argument("month", type=Day)
def close_month(month: datetime):
    with db.Session() as session:
        period = session.scalar(select(Period).where(Period.starts == month.date()))
        if period is None:
            raise click.ClickException(f"no period begins on {month.date()}")
        try:
            closing.close_month(session, period.id)
        except LedgerError as error:
            raise click.ClickException(str(error)) from error
    click.echo("closed")


@cli.command("rebuild-balances")
@click.pass_obj
def rebuild_balances(engine):
    click.echo(f"{closing.rebuild_balances(engine)} balances")


@cli.command("import-bank")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--iban", required=True)
def import_bank(file: Path, iban: str):
    click.echo(f"{import_statement(file, iban)} new transactions")


@cli.command()
@click.argument("keys", type=int, nargs=-1)
def block(keys):
    """Block customers."""
    with db.Session() as session:
        services.block(session, keys)


@cli.command()
@click.option("--once", is_flag=True)
def work(once: bool):
    worker = Worker()
    if once:
        click.echo(f"{worker.drain()} messages")
    else:
        worker.run()


@cli.command()
@click.option("--today", type=Day)
def remind(today: datetime | None):
    click.echo(f"{nightly(today.date() if today else date.today())} reminders")  # noqa: DTZ011


if __name__ == "__main__":
    cli()
