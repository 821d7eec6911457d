import tempfile
from decimal import Decimal
from pathlib import Path

from django.core.management import call_command
from django.urls import reverse

from shop.catalogue import services
from shop.catalogue.models import (
    Brand,
    Category,
    DiscontinuedProduct,
    PhysicalProduct,
    Product,
    Review,
    TaggedItem,
)
from tests.world import ShopTestCase


class CatalogueTests(ShopTestCase):
    def test_browsing(self):
        response = self.client.get(reverse("catalogue:product-list"), {"q": "hammer"})
        self.assertContains(response, "HAMMER")
        self.assertNotContains(response, "SAW")
        self.assertContains(self.client.get(reverse("catalogue:category", args=["tools"])), "SAW")
        self.assertEqual(self.client.get(self.hammer.get_absolute_url()).status_code, 200)

    def test_staff_adds_a_product_with_attributes_and_tags(self):
        self.sign_in(self.staff)
        form = {
            "sku": "RAKE", "name": "Rake", "price": "12.00", "weight_grams": "800", "tag_names": "garden, iron",
            "attributes-TOTAL_FORMS": "1", "attributes-INITIAL_FORMS": "0",
            "attributes-0-name": "length", "attributes-0-value": "150 cm",
        }  # fmt: skip
        response = self.client.post(reverse("catalogue:product-create"), form)
        self.assertRedirects(response, reverse("catalogue:product-list"))
        rake = PhysicalProduct.objects.get(sku="RAKE")
        self.assertEqual(rake.attributes.get().value, "150 cm")
        self.assertEqual(rake.tags.count(), 2)
        self.assertEqual(self.stock(rake).on_hand, 0)

    def test_downloads_never_run_out(self):
        plan = services.add_product("PLAN", "A plan", Decimal(5), brand="Plans & Co", file_name="plan.pdf")
        self.sign_in(self.staff)
        self.client.post(reverse("catalogue:product-publish", args=["PLAN"]))
        self.assertGreater(self.stock(plan).free, 1000)

    def test_prices_have_a_history(self):
        self.sign_in(self.staff)
        self.client.post(reverse("catalogue:product-price", args=["HAMMER"]), {"price": "21.00"})
        change = self.hammer.price_changes.get()
        self.assertEqual((change.old, change.new), (Decimal("20.00"), Decimal("21.00")))

    def test_repricing_a_brand(self):
        brand = Brand.objects.create(name="Acme")
        Product.objects.update(brand=brand)
        self.assertEqual(services.reprice_brand(brand, Decimal("1.1")), 2)
        self.hammer.refresh_from_db()
        self.assertEqual(self.hammer.price, Decimal("22.00"))

    def test_discontinued_and_revived(self):
        services.discontinue(self.saw, replacement=self.hammer)
        self.assertEqual(self.saw.related.get(), self.hammer)
        DiscontinuedProduct.revive("SAW")
        self.assertEqual(Product.live.count(), 2)

    def test_placements_move(self):
        placement = self.saw.placements.get()
        services.move_up(placement)
        placement.refresh_from_db()
        self.assertEqual(placement.position, 0)
        services.move_up(placement)

    def test_merging_categories(self):
        hand_tools = Category.objects.create(name="Hand tools", parent=self.category)
        services.place_in(self.hammer, [hand_tools])
        services.merge_categories(self.category, hand_tools)
        self.assertEqual(Product.objects.in_category(hand_tools).count(), 2)

    def test_deleting_a_category(self):
        Category.objects.create(name="Hand tools", parent=self.category).tags.create(
            tag=self.hammer.tags.model.tag.field.related_model.objects.create(name="x")
        )
        self.sign_in(self.staff)
        self.client.post(reverse("catalogue:category-delete", args=[self.category.pk]))
        self.assertEqual(Category.objects.count(), 0)
        self.assertEqual(TaggedItem.objects.count(), 0)
        self.assertEqual(Product.objects.count(), 2)

    def test_reviews_count(self):
        self.sign_in()
        self.client.post(reverse("catalogue:review-create", args=["SAW"]), {"stars": "4", "text": "sharp"})
        self.saw.refresh_from_db()
        self.assertEqual((self.saw.rating, self.saw.review_count), (4, 1))
        self.client.post(reverse("catalogue:review-delete", args=[Review.objects.get().pk]))
        self.saw.refresh_from_db()
        self.assertEqual(self.saw.review_count, 0)

    def test_importing_a_price_list(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "list.csv")
            file.write_text("sku,name,price,weight,category\nHAMMER,Hammer,19,900,\nAXE,Axe,40,1500,Axes\n")
            call_command("import_products", str(file), dry_run=True, verbosity=0)
            self.assertFalse(Product.objects.filter(sku="AXE").exists())
            call_command("import_products", str(file))
        self.assertEqual(Product.objects.get(sku="AXE").categories.get().name, "Axes")
        self.assertEqual(Product.objects.get(sku="HAMMER").price, 19)

    def test_retired_products_are_not_sold(self):
        self.saw.retire()
        self.assertFalse(Product.live.filter(sku="SAW").exists())
