from django.db import transaction
from django.shortcuts import get_object_or_404
from rest_framework import mixins, permissions, status, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.api import serializers
from shop.catalogue import services as catalogue
from shop.catalogue.models import Category, PhysicalProduct
from shop.customers.models import Address
from shop.orders.carts import find_cart
from shop.orders.checkout import EmptyCartError, place_order
from shop.orders.models import Order


class StaffOrReadOnly(permissions.BasePermission):
    def has_permission(self, request, view):
        return request.method in permissions.SAFE_METHODS or request.user.is_staff


class CategoryViewSet(viewsets.ModelViewSet):
    queryset = Category.objects.all()
    serializer_class = serializers.CategorySerializer
    permission_classes = [StaffOrReadOnly]


class ProductViewSet(
    mixins.CreateModelMixin,
    mixins.RetrieveModelMixin,
    mixins.UpdateModelMixin,
    mixins.ListModelMixin,
    viewsets.GenericViewSet,
):
    queryset = PhysicalProduct.objects.select_related("brand").prefetch_related("attributes")
    serializer_class = serializers.ProductSerializer
    permission_classes = [StaffOrReadOnly]
    lookup_field = "sku"

    @transaction.atomic
    def perform_create(self, serializer):
        serializer.save()

    def perform_update(self, serializer):
        with transaction.atomic():
            serializer.save()

    @action(detail=True, methods=["post"])
    def publish(self, request, sku=None):
        catalogue.publish(self.get_object())
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(detail=True, methods=["post"], permission_classes=[permissions.IsAuthenticated])
    def review(self, request, sku=None):
        serializer = serializers.ReviewSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        with transaction.atomic():
            catalogue.review(self.get_object(), request.user, **serializer.validated_data)
        return Response(serializer.data, status=status.HTTP_201_CREATED)


class AddressViewSet(viewsets.ModelViewSet):
    serializer_class = serializers.AddressSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        return Address.objects.filter(customer=self.request.user.customer)

    def perform_create(self, serializer):
        serializer.save(customer=self.request.user.customer)


class OrderViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = serializers.OrderSerializer
    permission_classes = [permissions.IsAuthenticated]
    lookup_field = "number"

    def get_queryset(self):
        return Order.objects.of(self.request.user.customer)


class CartItemsView(APIView):
    """Put something into the cart from the app."""

    permission_classes = [permissions.IsAuthenticated]

    def post(self, request):
        serializer = serializers.ItemSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        line = find_cart(request).add(serializer.validated_data["sku"], serializer.validated_data["quantity"])
        return Response({"quantity": line.quantity}, status=status.HTTP_201_CREATED)


class CheckoutView(APIView):
    permission_classes = [permissions.IsAuthenticated]

    def post(self, request):
        customer = request.user.customer
        address = get_object_or_404(customer.addresses, pk=request.data.get("address"))
        try:
            order = place_order(find_cart(request), customer, address)
        except EmptyCartError:
            return Response({"detail": "the cart is empty"}, status=status.HTTP_409_CONFLICT)
        return Response(serializers.OrderSerializer(order).data, status=status.HTTP_201_CREATED)
