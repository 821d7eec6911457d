"""Gives every request its cart, without touching the database until somebody asks."""

from django.utils.functional import SimpleLazyObject

from shop.orders.carts import find_cart


class CartMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.cart = SimpleLazyObject(lambda: find_cart(request))
        return self.get_response(request)
