"""Read the supplier's price list."""

import csv
from decimal import Decimal, InvalidOperation
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from shop.catalogue.models import Category, PhysicalProduct
from shop.catalogue.services import place_in


class Command(BaseCommand):
    help = "Add or update products from a CSV file with the columns sku, name, price, weight, category."

    def add_arguments(self, parser):
        parser.add_argument("file")
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args, file, dry_run, **options):
        with Path(file).open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        with transaction.atomic():
            new = sum(self.import_row(number, row) for number, row in enumerate(rows, start=2))
            if dry_run:
                transaction.set_rollback(True)
        self.stdout.write(f"{new} new, {len(rows) - new} updated")

    def import_row(self, number, row):
        try:
            price = Decimal(row["price"])
        except (InvalidOperation, KeyError) as error:
            raise CommandError(f"line {number}: no price") from error
        product, created = PhysicalProduct.objects.update_or_create(
            sku=row["sku"],
            defaults={"name": row["name"], "price": price, "weight_grams": int(row.get("weight") or 0)},
        )
        if row.get("category"):
            category, _ = Category.objects.get_or_create(name=row["category"])
            place_in(product, [category])
        return created
