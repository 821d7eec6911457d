from rest_framework import serializers

from shop.catalogue.models import Attribute, Brand, Category, PhysicalProduct, Product
from shop.customers.models import Address
from shop.orders.models import Order, OrderLine


class AttributeSerializer(serializers.ModelSerializer):
    class Meta:
        model = Attribute
        fields = ["name", "value"]


class CategorySerializer(serializers.ModelSerializer):
    class Meta:
        model = Category
        fields = ["id", "name", "slug", "parent", "position"]
        read_only_fields = ["slug"]


class ProductSerializer(serializers.ModelSerializer):
    """Products as the app sees them; attributes come and go with them."""

    attributes = AttributeSerializer(many=True, required=False)
    brand = serializers.SlugRelatedField(slug_field="name", queryset=Brand.objects.all(), required=False)

    class Meta:
        model = PhysicalProduct
        fields = ["sku", "name", "description", "brand", "price", "weight_grams", "attributes"]

    def create(self, validated_data):
        attributes = validated_data.pop("attributes", [])
        product = super().create(validated_data)
        self._write_attributes(product, attributes)
        return product

    def update(self, instance, validated_data):
        attributes = validated_data.pop("attributes", None)
        if "price" in validated_data:
            instance.change_price(validated_data.pop("price"))
        product = super().update(instance, validated_data)
        if attributes is not None:
            product.attributes.all().delete()
            self._write_attributes(product, attributes)
        return product

    def _write_attributes(self, product, attributes):
        for attribute in attributes:
            Attribute.objects.create(product=product, **attribute)


class ReviewSerializer(serializers.Serializer):
    stars = serializers.IntegerField(min_value=1, max_value=5)
    text = serializers.CharField(required=False, allow_blank=True)


class AddressSerializer(serializers.ModelSerializer):
    class Meta:
        model = Address
        fields = ["id", "line1", "line2", "postcode", "city", "country", "is_default"]
        read_only_fields = ["is_default"]


class OrderLineSerializer(serializers.ModelSerializer):
    class Meta:
        model = OrderLine
        fields = ["name", "unit_price", "quantity"]


class OrderSerializer(serializers.ModelSerializer):
    lines = OrderLineSerializer(many=True, read_only=True)

    class Meta:
        model = Order
        fields = ["number", "status", "total", "lines"]


class ItemSerializer(serializers.Serializer):
    sku = serializers.SlugRelatedField(slug_field="sku", queryset=Product.live.all())
    quantity = serializers.IntegerField(min_value=1, default=1)
