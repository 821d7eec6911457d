"""Packages beside REST framework: nested serializers that write, accounts, tokens that have rows."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

NESTED = "insert shop_customer, update shop_customer, insert shop_line, update shop_line"
FORGOTTEN = (
    "delete oauth2_provider_application, delete oauth2_provider_grant, delete oauth2_provider_accesstoken, "
    "delete oauth2_provider_refreshtoken, delete oauth2_provider_idtoken, update oauth2_provider_accesstoken, "
    "update oauth2_provider_refreshtoken"
)
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
LINKS = "write shop_line, write shop_tag, insert shop_order_tags"


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
    with transaction.atomic():  #> update shop_order, delete shop_line, delete shop_order_tags, {LINKS}
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
# file: shop/views.py
from django.db import transaction
from oauth2_provider.views import ApplicationDelete, ApplicationRegistration, AuthorizedTokenDeleteView
class Register(ApplicationRegistration):
    def form_valid(self, form):
        with transaction.atomic():  #> insert oauth2_provider_application
            return super().form_valid(form)
class Forget(ApplicationDelete):
    def form_valid(self, form):
        with transaction.atomic():  #> {FORGOTTEN}
            return super().form_valid(form)
# file: shop/urls.py
from django.urls import path
from shop.views import Forget, Register
urlpatterns = [path("new/", Register.as_view()), path("<int:pk>/forget/", Forget.as_view())]
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


@pytest.mark.parametrize(
    "said",
    ['OAUTH2_PROVIDER_APPLICATION_MODEL = "api.Client"', 'OAUTH2_PROVIDER = {"APPLICATION_MODEL": "api.Client"}'],
)
def test_the_model_of_applications_that_the_settings_name(said: str) -> None:
    assert_touches(f"""
from api.models import Client
def forget(client: Client):
    with transaction.atomic():  #> {FORGOTTEN.replace("oauth2_provider_application", "api_client")}
        client.delete()
# file: api/models.py
from oauth2_provider.models import AbstractApplication
class Client(AbstractApplication):
    class Meta:
        app_label = "api"
# file: config/settings.py
INSTALLED_APPS = ["shop", "api", "oauth2_provider"]
{said}
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


def test_what_a_filter_narrows_by_is_asked_where_the_rows_are() -> None:
    assert_touches("""
from django_filters import FilterSet, Filter
class OfCustomer(Filter):
    def filter(self, qs, value):
        return qs.filter(customer__name=value) if value else qs
class OrderFilter(FilterSet):
    customer = OfCustomer()
    class Meta:
        model = Order
        fields = []
def show(request):
    chosen = OrderFilter(request.GET, queryset=Order.objects.all())
    list(chosen.qs)  #= read shop_order, read shop_customer
""")


@pytest.mark.parametrize(
    ("meta", "given", "reads"),
    [
        ("model = Order", "unknown(request)", "read shop_order, read shop_customer"),
        ("model = Order", "Order.objects.filter(pk__in=Line.objects.all())", "read shop_order, no read shop_line"),
        ("fields = []", "Order.objects.all()", "read shop_order, read shop_customer"),
        ("fields = []", "unknown(request)", "no read shop_order"),
    ],
)
def test_a_filter_narrows_rows_of_the_model_of_its_set(meta: str, given: str, reads: str) -> None:
    assert_touches(f"""
from django_filters import FilterSet, Filter
from elsewhere import unknown
class OfCustomer(Filter):
    def filter(self, qs, value):
        qs.filter(customer__name=value).exists()  #= nothing, {reads}
        return qs
class OrderFilter(FilterSet):
    customer = OfCustomer()
    class Meta:
        {meta}
def show(request):
    chosen = OrderFilter(request.GET, queryset={given})
    list(chosen.qs)
""")


@pytest.mark.parametrize(
    ("listed", "reads"),
    [
        ("['customer', 'total']", "read shop_customer, no read shop_tag"),
        ("{'customer': ['exact'], 'total': ['gt']}", "read shop_customer, no read shop_tag"),
        ("['total']", "no read shop_customer"),
        ("['customer_id']", "read shop_customer"),
        ("{'customer_id': ['exact', 'gt']}", "read shop_customer"),
        ("['tags']", "read shop_tag, no read shop_customer"),
    ],
)
def test_a_filter_of_a_relation_looks_its_row_up(listed: str, reads: str) -> None:
    assert_touches(f"""
from django_filters.rest_framework import DjangoFilterBackend, FilterSet
from rest_framework import generics
class OrderFilter(FilterSet):
    class Meta:
        model = Order
        fields = {listed}
class View(generics.GenericAPIView):
    queryset = Order.objects.all()
    filter_backends = [DjangoFilterBackend]
class Orders(View):
    filterset_fields = {listed}
    def get(self, request):
        self.filter_queryset(self.get_queryset())  #= nothing, {reads}
class Others(View):
    filterset_class = OrderFilter
    def get(self, request):
        self.filter_queryset(self.get_queryset())  #= nothing, {reads}
""")


def test_a_filter_with_a_field_of_its_own() -> None:
    assert_touches("""
from django import forms
from django_filters import rest_framework as filters
from rest_framework import generics
class TagField(forms.ModelMultipleChoiceField):
    def _check_values(self, value):
        found = self.queryset.filter(pk__in=value)
        found.exists()  #= read shop_tag, no read shop_stock
        return found
class TagFilter(filters.ModelMultipleChoiceFilter):
    field_class = TagField
def used(request):
    return Tag.objects.all()
class OrderFilter(filters.FilterSet):
    tags = TagFilter(queryset=used)
    first = TagFilter(queryset=Tag.objects.filter(pk=1))
class Orders(generics.ListAPIView):
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


def test_a_serializer_of_several_models() -> None:
    """The data say which model is made; a row has the serializer of its own."""
    assert_touches("""
from rest_framework import serializers
from rest_polymorphic.serializers import PolymorphicSerializer
class TagSerializer(serializers.ModelSerializer):
    class Meta:
        model = Tag
class LogSerializer(serializers.ModelSerializer):
    class Meta:
        model = Log
    def update(self, instance, validated_data):
        Stock.objects.update(left=0)
        return super().update(instance, validated_data)
class AnySerializer(PolymorphicSerializer):
    model_serializer_mapping = {Tag: TagSerializer, Log: LogSerializer}
class OwnSerializer(AnySerializer):
    def update(self, instance, validated_data):
        serializer = self._get_serializer_from_model_or_instance(instance)
        return serializer.update(instance, validated_data)
def create(data):
    serializer = AnySerializer(data=data)
    serializer.is_valid()
    with transaction.atomic():  #> insert shop_tag, insert shop_log
        serializer.save()
def change(log: Log, tag: Tag, data):
    serializer = AnySerializer(log, data=data)
    serializer.is_valid()
    with transaction.atomic():  #> update shop_log, update shop_stock
        serializer.save()
    serializer = AnySerializer(tag, data=data)
    serializer.is_valid()
    with transaction.atomic():  #> update shop_tag
        serializer.save()
    serializer = OwnSerializer(log, data=data)
    serializer.is_valid()
    with transaction.atomic():  #> update shop_log, update shop_stock
        serializer.save()
class NoteSerializer(serializers.ModelSerializer):
    class Meta:
        model = Note
        fields = ["tags"]
def change_note(data):
    row = Paper.objects.get()
    with transaction.atomic():  #> update shop_paper, update shop_note, insert shop_note_tags, delete shop_note_tags
        NoteSerializer().update(row, data)
def change_any(row: Log | Tag, data):
    with transaction.atomic():  #> update shop_log, update shop_stock
        LogSerializer().update(row, data)
    with transaction.atomic():  #> update shop_order
        TagSerializer().update(Order.objects.get(), data)
# file: shop/models.py
from django.db import models
from polymorphic.models import PolymorphicModel
class Tag(models.Model):
    pass
class Log(models.Model):
    pass
class Order(models.Model):
    pass
class Stock(models.Model):
    left = models.IntegerField(default=0)
class Paper(PolymorphicModel):
    pass
class Note(Paper):
    tags = models.ManyToManyField(Tag)
class Bill(Paper):
    pass
""")


def test_uploads_that_are_kept() -> None:
    assert_touches("""
from django_drf_filepond.api import delete_stored_upload, store_upload
from django_drf_filepond.models import TemporaryUpload
def keep(upload_id):
    with transaction.atomic():  #> insert django_drf_filepond_storedupload, delete django_drf_filepond_temporaryupload
        store_upload(upload_id, "kept/")
    TemporaryUpload.objects.filter(pk=upload_id).delete()  #> delete django_drf_filepond_temporaryupload
    delete_stored_upload(upload_id)  #= delete django_drf_filepond_storedupload
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django_drf_filepond"]
""")


SIGNED_UP = "insert auth_user, insert account_emailaddress, read account_emailaddress"


def test_a_sign_up_of_dj_rest_auth() -> None:
    assert_touches(f"""
from dj_rest_auth.registration.serializers import RegisterSerializer
class SignUp(RegisterSerializer):
    def custom_signup(self, request, user):
        Customer.objects.create(name=user.username)
def work(request):
    serializer = SignUp(data=request.data)
    serializer.is_valid()  #= nothing, read auth_user, read account_emailaddress
    with transaction.atomic():  #> {SIGNED_UP}, insert shop_customer
        serializer.save(request)
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "allauth.account", "dj_rest_auth", "dj_rest_auth.registration"]
""")


@pytest.mark.parametrize(
    ("view", "written"),
    [
        ("LoginView", "insert django_session, delete django_session, update auth_user, insert authtoken_token"),
        ("LogoutView", "delete django_session, delete authtoken_token"),
        ("PasswordChangeView", "write auth_user, write django_session, delete django_session"),
        ("PasswordResetConfirmView", "update auth_user"),
    ],
)
def test_the_views_of_dj_rest_auth(view: str, written: str) -> None:
    assert_touches(f"""
from dj_rest_auth.views import {view}
class View({view}):
    def post(self, request):
        with transaction.atomic():  #> {written}
            return super().post(request)
""")


@pytest.mark.parametrize(
    "setting",
    [
        'REST_AUTH = {"PASSWORD_RESET_SERIALIZER": "shop.services.Reset"}',
        'REST_AUTH_SERIALIZERS = {"PASSWORD_RESET_SERIALIZER": "shop.services.Reset"}',
    ],
)
def test_the_settings_choose_the_serializers_of_dj_rest_auth(setting: str) -> None:
    assert_touches(f"""
from dj_rest_auth.forms import AllAuthPasswordResetForm
from dj_rest_auth.serializers import PasswordResetSerializer
from dj_rest_auth.views import PasswordResetView
class Form(AllAuthPasswordResetForm):
    pass
class Reset(PasswordResetSerializer):
    password_reset_form_class = Form
    def save(self):
        self.reset_form.save(request=self.context.get("request"))
        Customer.objects.create(name="a")
class View(PasswordResetView):
    def post(self, request):
        with transaction.atomic():  #> insert account_emailaddress, insert shop_customer
            return super().post(request)
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "allauth.account", "dj_rest_auth"]
{setting}
""")


MADE = (
    f"insert oauth2_provider_accesstoken, insert oauth2_provider_refreshtoken, update oauth2_provider_accesstoken, "
    f"lock oauth2_provider_accesstoken, {REVOKED}"
)
ISSUING = [
    ("TokenView", "post", f"{MADE}, delete oauth2_provider_grant, read oauth2_provider_application"),
    ("RevokeTokenView", "post", f"{REVOKED}, read oauth2_provider_application"),
    ("AuthorizationView", "form_valid", f"{MADE}, insert oauth2_provider_grant"),
    ("ProtectedResourceView", "dispatch", "nothing, read oauth2_provider_accesstoken"),
]


@pytest.mark.parametrize(("view", "method", "touched"), ISSUING)
def test_views_that_give_and_take_tokens(view: str, method: str, touched: str) -> None:
    assert_touches(f"""
from oauth2_provider.views import {view}
class Own({view}):
    def {method}(self, *args, **kwargs):
        with transaction.atomic():  #> {touched}
            return super().{method}(*args, **kwargs)
# file: config/settings.py
INSTALLED_APPS = ["shop", "oauth2_provider"]
""")


def test_a_project_says_what_is_stored_beside_a_token() -> None:
    assert_touches(f"""
from oauth2_provider.oauth2_validators import OAuth2Validator
from oauth2_provider.views import RevokeTokenView
class Own(OAuth2Validator):
    def revoke_token(self, token, token_type_hint, request, *args, **kwargs):
        Log.objects.create(text=token)
        super().revoke_token(token, token_type_hint, request, *args, **kwargs)
class Revoking(RevokeTokenView):
    def post(self, request):
        with transaction.atomic():  #> insert shop_log, {REVOKED}
            return super().post(request)
# file: config/settings.py
INSTALLED_APPS = ["shop", "oauth2_provider"]
OAUTH2_PROVIDER = {{"OAUTH2_VALIDATOR_CLASS": "shop.services.Own"}}
""")


def test_a_single_row_has_a_serializer_and_a_queryset_of_its_own() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
ATOMIC_REQUESTS = True
# file: shop/views.py
from rest_framework import serializers, viewsets
from rest_framework_extensions.mixins import DetailSerializerMixin
from shop.models import *
class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["total"]
    def create(self, data):
        return Stock.objects.create()  #= insert shop_stock
class DetailSerializer(OrderSerializer):
    def update(self, row, data):
        Log.objects.create()  #= insert shop_log
        return row
class Orders(DetailSerializerMixin, viewsets.ModelViewSet):
    queryset = Order.objects.all()
    queryset_detail = Order.objects.select_related("customer")
    serializer_class = OrderSerializer
    serializer_detail_class = DetailSerializer
    def retrieve(self, request, *args, **kwargs):
        return self.get_object()  #= read shop_order, read shop_customer
    def list(self, request, *args, **kwargs):
        return list(self.get_queryset())  #= read shop_order, no read shop_customer
# file: shop/urls.py
from rest_framework.routers import DefaultRouter
from shop.views import Orders
router = DefaultRouter()
router.register("orders", Orders)
urlpatterns = router.urls
""")


def test_users_that_tokens_of_jwt_make() -> None:
    assert_touches("""
from rest_framework_simplejwt.authentication import JWTAuthentication
class Delegated(JWTAuthentication):
    def get_user(self, validated_token):
        user, made = self.user_model.objects.get_or_create(username="a")
        return user
def enter(request):
    with transaction.atomic():  #> insert auth_user
        Delegated().authenticate(request)
""")


def test_viewsets_and_serializers_of_dynamic_rest() -> None:
    assert_touches("""
from dynamic_rest.fields import DynamicMethodField
from dynamic_rest.fields.fields import DynamicRelationField
from dynamic_rest.routers import DynamicRouter
from dynamic_rest.serializers import DynamicModelSerializer
from dynamic_rest.viewsets import DynamicModelViewSet
class CustomerSerializer(DynamicModelSerializer):
    class Meta:
        model = Customer
        fields = ["name"]
class OrderSerializer(DynamicModelSerializer):
    customer = DynamicRelationField(CustomerSerializer)
    shown = DynamicMethodField()
    class Meta:
        model = Order
        fields = ["total", "customer"]
    def get_shown(self, order):
        Tag.objects.create()
        return order.total
class OrderView(DynamicModelViewSet):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    def perform_create(self, serializer):
        with transaction.atomic():  #> insert shop_order
            serializer.save()
    def perform_update(self, serializer):
        with transaction.atomic():  #> update shop_order
            serializer.save()
    def perform_destroy(self, instance):
        with transaction.atomic():  #> delete shop_order, delete shop_line, delete shop_order_tags
            instance.delete()
router = DynamicRouter()
router.register("orders", OrderView)
def change(order: Order, data):
    serializer = OrderSerializer(order, data=data, request_fields={"total": True})
    with transaction.atomic():  #> nothing, read shop_customer
        serializer.is_valid()
    with transaction.atomic():  #> update shop_order
        serializer.save()
    with transaction.atomic():  #> insert shop_tag
        serializer.data
""")
