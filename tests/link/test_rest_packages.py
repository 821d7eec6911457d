"""Packages beside REST framework: nested serializers that write, accounts, tokens that have rows."""

from __future__ import annotations

from tests.link.linking import assert_touches

NESTED = "insert shop_customer, update shop_customer, insert shop_line, update shop_line"
REVOKED = "update oauth2_provider_refreshtoken, lock oauth2_provider_refreshtoken, delete oauth2_provider_accesstoken"
NESTING = """
from drf_writable_nested import WritableNestedModelSerializer
from rest_framework import serializers
class CustomerSerializer(serializers.ModelSerializer):
    class Meta:
        model = Customer
        fields = ["name"]
class LineSerializer(serializers.ModelSerializer):
    class Meta:
        model = Line
        fields = ["id"]
"""
LINKS = "write shop_line, write shop_tag, write shop_order_tags, delete shop_order_tags"


def test_nested_serializers_that_write() -> None:
    assert_touches(f"""{NESTING}class OrderSerializer(WritableNestedModelSerializer):
    customer = CustomerSerializer()
    lines = LineSerializer(many=True)
    class Meta:
        model = Order
        fields = ["total"]
def create(data):
    serializer = OrderSerializer(data=data)
    serializer.is_valid()
    with transaction.atomic():  #> insert shop_order, {NESTED}
        serializer.save()
def change(order: Order, data):
    serializer = OrderSerializer(order, data=data)
    serializer.is_valid()
    with transaction.atomic():  #> update shop_order, delete shop_line, {NESTED}
        serializer.save()
""")


def test_nested_serializers_unlink_what_is_many_to_many_and_leave_what_is_only_shown() -> None:
    assert_touches(f"""{NESTING}class TagSerializer(serializers.ModelSerializer):
    class Meta:
        model = Tag
        fields = ["id"]
class OrderSerializer(WritableNestedModelSerializer):
    customer = CustomerSerializer(read_only=True)
    lines = LineSerializer(many=True)
    tags = TagSerializer(many=True)
    class Meta:
        model = Order
        fields = ["total", "customer", "lines", "tags"]
def create(data):
    serializer = OrderSerializer(data=data)
    serializer.is_valid()
    with transaction.atomic():  #> insert shop_order, {LINKS}
        serializer.save()
def change(order: Order, data):
    serializer = OrderSerializer(order, data=data)
    serializer.is_valid()
    with transaction.atomic():  #> update shop_order, delete shop_line, {LINKS}
        serializer.save()
""")


def test_a_new_account() -> None:
    assert_touches("""
from djoser.serializers import UserCreateSerializer
class Own(UserCreateSerializer):
    def save(self):
        return super().save()  #> insert auth_user, update auth_user
""")


def test_tokens_have_rows_where_their_blacklist_is_installed() -> None:
    code = """
from django.contrib.auth.models import User
from rest_framework_simplejwt.tokens import RefreshToken
def work(user: User):
    with transaction.atomic():  #> {found}
        RefreshToken.for_user(user)
# file: config/settings.py
INSTALLED_APPS = ["shop"{app}]
"""
    blacklist = ', "rest_framework_simplejwt.token_blacklist"'
    assert_touches(code.format(found="insert token_blacklist_outstandingtoken", app=blacklist))
    assert_touches(code.format(found="nothing", app=""))


def test_a_relation_that_is_put_into_what_is_saved() -> None:
    assert_touches("""
from rest_framework import serializers
class Own(serializers.ModelSerializer):
    def update(self, instance, validated_data):
        validated_data["tags"] = [1]
        return super().update(instance, validated_data)
    class Meta:
        model = Order
        fields = ["total"]
def work(order: Order, data):
    serializer = Own(order, data=data)
    serializer.is_valid()
    with transaction.atomic():  #> update shop_order, insert shop_order_tags, delete shop_order_tags
        serializer.save()
""")


def test_a_second_factor_is_taken_away() -> None:
    assert_touches("""
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.models import Authenticator
def work(request):
    held = Authenticator.objects.filter(user=request.user).first()
    with transaction.atomic():  #> delete mfa_authenticator
        delete_and_cleanup(request, held)
""")


def test_the_status_of_a_response_decides_nothing() -> None:
    assert_touches("""
from rest_framework import serializers, viewsets
class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["total"]
class Orders(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    def create(self, request, *args, **kwargs):
        response = super().create(request, *args, **kwargs)
        with transaction.atomic():  #> insert shop_log, insert shop_tag
            if response.status_code == 201:
                Log.objects.create()
            if response.status_code != 200:
                Tag.objects.create()
        return response
""")


def test_applications_and_tokens_of_oauth() -> None:
    assert_touches(f"""
from django.contrib.auth.models import User
from oauth2_provider.contrib.rest_framework import OAuth2Authentication
from oauth2_provider.models import AccessToken, RefreshToken, clear_expired, get_application_model
def give(user: User):
    with transaction.atomic():  #> insert oauth2_provider_accesstoken
        AccessToken.objects.create(user=user)
def register(user: User):
    with transaction.atomic():  #> insert oauth2_provider_application
        get_application_model().objects.create(user=user)
def end(token: RefreshToken):
    token.revoke()  #> {REVOKED}
def asks(request):
    with transaction.atomic():  #> nothing, read oauth2_provider_accesstoken, read oauth2_provider_application
        OAuth2Authentication().authenticate(request)
# file: api/models.py
from oauth2_provider.models import AbstractApplication
class Client(AbstractApplication):
    class Meta:
        app_label = "api"
# file: api/services.py
from api.models import Client
from django.db import transaction
def register(name):
    with transaction.atomic():  #> insert api_client
        Client.objects.create(name=name)
# file: config/settings.py
INSTALLED_APPS = ["shop", "api", "oauth2_provider"]
""")


def test_filter_sets_that_are_made_in_different_places() -> None:
    assert_touches("""
from django_filters.rest_framework import DjangoFilterBackend, FilterSet
from rest_framework import generics, serializers
class OrderFilter(FilterSet):
    class Meta:
        model = Order
class LogFilter(FilterSet):
    class Meta:
        model = Log
class Orders(generics.DestroyAPIView):
    queryset = Order.objects.all()
    filter_backends = (DjangoFilterBackend,)
    filterset_class = OrderFilter
    @transaction.atomic  #> delete shop_order, delete shop_line, delete shop_order_tags
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)
def purge(request, kind):
    model = {"order": Order, "log": Log}[kind]
    made = {"order": OrderFilter, "log": LogFilter}[kind]
    chosen = made(data=request.GET, queryset=model.objects.all())
    with transaction.atomic():  #> delete shop_order, delete shop_line, delete shop_order_tags, delete shop_log
        chosen.qs.delete()
""")


def test_a_filter_names_a_method_of_its_filter_set() -> None:
    assert_touches("""
from django_filters import rest_framework as filters
from rest_framework import viewsets
class OrderFilter(filters.FilterSet):
    code = filters.CharFilter(method="search_code")
    text = filters.CharFilter(method="search_text")
    def search_code(self, queryset, name, value):
        found = queryset.filter(total=value)
        found.exists()  #= read shop_order
        return found
    def search_text(self, queryset, name, value):
        return queryset.filter(total=queryset.count())  #= read shop_order
class Orders(viewsets.ReadOnlyModelViewSet):
    queryset = Order.objects.all()
    filter_backends = (filters.DjangoFilterBackend,)
    filterset_class = OrderFilter
""")


def test_tokens_that_reset_a_password() -> None:
    assert_touches("""
from django.contrib.auth.models import User
from django.dispatch import receiver
from django_rest_passwordreset import views
from django_rest_passwordreset.models import ResetPasswordToken, clear_expired
from django_rest_passwordreset.signals import reset_password_token_created
@receiver(reset_password_token_created)
def on_token(reset_password_token, **kwargs):
    Log.objects.create(text="token")
def ask(user: User):
    with transaction.atomic():  #> delete django_rest_passwordreset_resetpasswordtoken, \
insert django_rest_passwordreset_resetpasswordtoken
        clear_expired(0)
        ResetPasswordToken.objects.create(user=user)
class Ask(views.ResetPasswordRequestToken):
    def post(self, request):
        with transaction.atomic():  #> delete django_rest_passwordreset_resetpasswordtoken, insert shop_log, \
insert django_rest_passwordreset_resetpasswordtoken
            return super().post(request)
class Redeem(views.ResetPasswordConfirm):
    def post(self, request):
        with transaction.atomic():  #> delete django_rest_passwordreset_resetpasswordtoken, update auth_user
            return super().post(request)
""")
