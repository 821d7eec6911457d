"""Bars of progress, and queries in chunks: what goes through them are the rows that they were given."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

IN_A_BLOCK = """with {} as bar:
            for row in bar:
                row.save()"""
BARS = {
    "tqdm": ("from tqdm import tqdm", "for row in tqdm(Tag.objects.all(), total=3): row.save()"),
    "a variable": (
        "from tqdm.auto import tqdm",
        "bar = tqdm(Tag.objects.all())\n        for row in bar: bar.set_description('a'); row.save()",
    ),
    "entered": ("from tqdm import tqdm", IN_A_BLOCK.format("tqdm(Tag.objects.all())")),
    "of nothing": (
        "from tqdm import tqdm",
        "with tqdm(total=3) as bar:\n            for row in Tag.objects.all(): row.save(); bar.update(1)",
    ),
    "rich": ("from rich.progress import track", "for row in track(Tag.objects.all(), description='a'): row.save()"),
    "alive": ("from alive_progress import alive_it", "for row in alive_it(Tag.objects.all()): row.save()"),
    "click": ("import click", IN_A_BLOCK.format("click.progressbar(Tag.objects.iterator(), length=3)")),
    "chunks of rows": (
        "from chunkator import chunkator",
        "for row in chunkator(Tag.objects.all(), 100): row.save()",
    ),
    "chunks": (
        "from edx_django_utils.db import chunked_queryset",
        "for rows in chunked_queryset(Tag.objects.all()):\n            for row in rows: row.save()",
    ),
}


@pytest.mark.parametrize(("imports", "lines"), BARS.values(), ids=BARS)
def test_rows_go_through(imports: str, lines: str) -> None:
    scan = assert_touches(f"""
{imports}
def others():
    from tqdm import tqdm
    import click
    for row in tqdm(Stock.objects.all()):
        row.save()
    with click.progressbar(Stock.objects.all()) as bar:
        for row in bar:
            row.save()
def work():
    with transaction.atomic():  #> update shop_tag
        {lines}
""")
    assert not any(one.blind_spots for one in scan.transactions)
