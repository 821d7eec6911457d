"""What the shop sells: categories, products of two kinds, their attributes, tags and reviews."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.text import slugify

from shop.catalogue.managers import CategoryQuerySet, LiveProductManager, ProductManager
from shop.core.models import AppendOnly, Ordered, Retiring, TimeStamped


class Tag(models.Model):
    name = models.SlugField(unique=True)

    def __str__(self):
        return self.name


class TaggedItem(models.Model):
    """A tag on anything: products today, categories too."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="items")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    content_object = GenericForeignKey()

    class Meta:
        db_table = "catalogue_tag_on"
        constraints = [models.UniqueConstraint(fields=["tag", "content_type", "object_id"], name="tagged_once")]

    def __str__(self):
        return f"{self.tag} on {self.content_type_id}:{self.object_id}"


class Category(Ordered, TimeStamped):
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="children")
    name = models.CharField(max_length=80)
    slug = models.SlugField(unique=True, blank=True)
    tags = GenericRelation(TaggedItem)

    objects = CategoryQuerySet.as_manager()

    class Meta(Ordered.Meta):
        verbose_name_plural = "categories"

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = slugify(self.name)
        super().save(*args, **kwargs)

    @property
    def path(self):
        return [*(self.parent.path if self.parent else []), self.name]


class Brand(TimeStamped):
    name = models.CharField(max_length=80, unique=True)
    website = models.URLField(blank=True)

    def __str__(self):
        return self.name


class Product(Retiring, TimeStamped):
    """Anything that can be put into a cart. `PhysicalProduct` and `DigitalProduct` know the rest."""

    class Status(models.TextChoices):
        DRAFT = "draft", "draft"
        PUBLISHED = "published", "published"
        DISCONTINUED = "discontinued", "discontinued"

    sku = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=160)
    description = models.TextField(blank=True)
    brand = models.ForeignKey(Brand, null=True, blank=True, on_delete=models.SET_NULL, related_name="products")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DRAFT)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    rating = models.DecimalField(max_digits=3, decimal_places=2, null=True, blank=True, editable=False)
    review_count = models.PositiveIntegerField(default=0, editable=False)
    categories = models.ManyToManyField(Category, through="Placement", related_name="products")
    related = models.ManyToManyField("self", blank=True)
    tags = GenericRelation(TaggedItem, related_query_name="product")

    objects = ProductManager()
    live = LiveProductManager()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return f"{self.name} ({self.sku})"

    def get_absolute_url(self):
        return reverse("catalogue:product-detail", kwargs={"sku": self.sku})

    def tag(self, *names):
        for name in names:
            tag, _ = Tag.objects.get_or_create(name=slugify(name))
            self.tags.get_or_create(tag=tag)

    def change_price(self, price):
        """Set a price and keep the old one in the history."""
        if price == self.price:
            return
        self.price_changes.create(old=self.price, new=price)
        self.price = price
        self.save(update_fields=["price", "updated_at"])


class PhysicalProduct(Product):
    """Lies on a shelf and travels in a parcel."""

    weight_grams = models.PositiveIntegerField(default=0)
    fragile = models.BooleanField(default=False)


class DigitalProduct(Product):
    """A download: instructions, patterns, plans."""

    file_name = models.CharField(max_length=160)
    licence_days = models.PositiveIntegerField(null=True, blank=True)


class DiscontinuedProduct(Product):
    """The products that the buyers have given up."""

    class Meta:
        proxy = True
        ordering = ["-updated_at"]

    @classmethod
    def revive(cls, sku):
        product = cls.objects.get(sku=sku)
        product.status = cls.Status.PUBLISHED
        product.save()
        return product


class Placement(Ordered):
    """A product's place in a category."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="placements")
    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="placements")

    class Meta(Ordered.Meta):
        db_table = "catalogue_product_in_category"
        constraints = [models.UniqueConstraint(fields=["product", "category"], name="placed_once")]

    def __str__(self):
        return f"{self.product_id} in {self.category_id}"


class Attribute(models.Model):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="attributes")
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=120)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return f"{self.name}: {self.value}"


class PriceChange(AppendOnly):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="price_changes")
    old = models.DecimalField(max_digits=10, decimal_places=2)
    new = models.DecimalField(max_digits=10, decimal_places=2)

    def __str__(self):
        return f"{self.old} to {self.new}"


class Review(TimeStamped):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="reviews")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    stars = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self):
        return f"{self.stars} stars for {self.product_id}"
