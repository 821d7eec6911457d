"""Serializers, viewsets and generic views of Django REST framework."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEAD = """
from rest_framework import generics, mixins, serializers, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.response import Response
from rest_framework.views import APIView
class LineSerializer(serializers.ModelSerializer):
    class Meta:
        model = Line
        fields = "__all__"
class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["total"]
"""
WHOLE = """    @transaction.atomic
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)
"""


def whole(expected: str) -> str:
    return WHOLE.replace("atomic", f"atomic  #> {expected}")


@pytest.mark.parametrize(
    ("bases", "expected"),
    [
        ("generics.CreateAPIView", "write shop_order"),
        ("generics.UpdateAPIView", "write shop_order"),
        ("generics.DestroyAPIView", "delete shop_order, delete shop_line, delete shop_order_tags"),
        ("generics.ListCreateAPIView", "write shop_order"),
        ("generics.RetrieveUpdateAPIView", "write shop_order"),
        ("generics.ListAPIView", "nothing, read shop_order"),
        ("generics.RetrieveAPIView", "nothing, read shop_order"),
        ("mixins.CreateModelMixin, viewsets.GenericViewSet", "write shop_order"),
        ("mixins.DestroyModelMixin, viewsets.GenericViewSet",
         "delete shop_order, delete shop_line, delete shop_order_tags"),
        ("viewsets.ModelViewSet", "write shop_order, delete shop_order, delete shop_line, delete shop_order_tags"),
        ("viewsets.ReadOnlyModelViewSet", "nothing, read shop_order"),
    ],
)  # fmt: skip
def test_a_generic_view(bases: str, expected: str) -> None:
    assert_touches(f"""{HEAD}
class Orders({bases}):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
{whole(expected)}
""")


DELETED = "delete shop_order, delete shop_line, delete shop_order_tags"


@pytest.mark.parametrize(
    ("bases", "methods", "expected"),
    [
        ("viewsets.ModelViewSet", '["get", "patch"]', "update shop_order"),
        ("viewsets.ModelViewSet", '("get", "head", "delete")', DELETED),
        ("viewsets.ModelViewSet", '["get", "post", "head", "options"]', "insert shop_order"),
        ("viewsets.ModelViewSet", '[one for one in METHODS if one != "put"]', f"write shop_order, {DELETED}"),
        ("generics.RetrieveUpdateDestroyAPIView", '["get", "put"]', "update shop_order"),
        ("generics.RetrieveUpdateDestroyAPIView", '["get"]', "nothing, read shop_order"),
    ],
)
def test_the_methods_that_a_view_answers(bases: str, methods: str, expected: str) -> None:
    assert_touches(f"""{HEAD}
from shop.settings import METHODS
class Orders({bases}):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    http_method_names = {methods}
{whole(expected)}
# file: config/settings.py
INSTALLED_APPS = ["shop", "rest_framework"]
REST_FRAMEWORK = {{"DEFAULT_PERMISSION_CLASSES": []}}
""")


def test_a_project_that_sets_nothing_of_the_framework() -> None:
    assert_touches(f"""{HEAD}
class Made(OrderSerializer):
    def create(self, validated_data):
        Log.objects.create(text="made")
        return super().create(validated_data)
class Orders(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = Made
    @transaction.atomic  #> update shop_order
    def update(self, request, *args, **kwargs):
        return super().update(request, *args, **kwargs)
""")


def test_an_api_view() -> None:
    assert_touches(f"""{HEAD}
class Orders(APIView):
{whole("insert shop_log")}
    def post(self, request):
        Log.objects.create(text="a")
@api_view(["POST"])  #> insert shop_tag
@transaction.atomic
def plain(request):
    Tag.objects.create()
""")


def test_perform_create() -> None:
    assert_touches(f"""{HEAD}
class Orders(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    @transaction.atomic  #> write shop_order, insert shop_log
    def perform_create(self, serializer):
        order = serializer.save(customer=1)
        Log.objects.create(text=order.total)
    @transaction.atomic  #> write shop_order, update shop_line
    def perform_update(self, serializer):
        serializer.save().lines.update(x=1)
    @transaction.atomic  #> delete shop_order, delete shop_line, delete shop_order_tags
    def perform_destroy(self, instance):
        instance.delete()
""")


def test_an_action() -> None:
    assert_touches(f"""{HEAD}
class Orders(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    @action(detail=True, methods=["post"])  #> update shop_line
    @transaction.atomic
    def empty(self, request, pk=None):
        self.get_object().lines.update(x=1)
""")


def test_a_serializer_of_several() -> None:
    assert_touches(f"""{HEAD}
def touch(request):
    serializer = OrderSerializer(data=request.data, many=True)
    serializer.is_valid(raise_exception=True)
    with transaction.atomic():  #> write shop_order
        serializer.save()
""")


def test_create_and_update_of_a_serializer() -> None:
    assert_touches(f"""{HEAD}
class Nested(serializers.ModelSerializer):
    lines = LineSerializer(many=True)
    class Meta:
        model = Order
        fields = ["total", "lines"]
    @transaction.atomic  #> insert shop_order, insert shop_line
    def create(self, validated_data):
        lines = validated_data.pop("lines")
        order = Order.objects.create(**validated_data)
        for line in lines:
            Line.objects.create(order=order, **line)
        return order
    @transaction.atomic  #> write shop_order, delete shop_line
    def update(self, instance, validated_data):
        instance.lines.all().delete()
        return super().update(instance, validated_data)
class Orders(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = Nested
""")


def test_a_serializer_with_many_to_many_fields() -> None:
    assert_touches(f"""{HEAD}
class Tagged(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["total", "tags"]
def touch(request):
    serializer = Tagged(data=request.data)
    with transaction.atomic():  #> write shop_order, insert shop_order_tags, delete shop_order_tags
        serializer.save()
""")


PLAIN = """
class Plain(serializers.Serializer):
    def create(self, validated_data):
        return Log.objects.create(text="a")
    def update(self, instance, validated_data):
        instance.save()
        return instance
"""


def test_save_creates_or_updates() -> None:
    assert_touches(f"""{HEAD}{PLAIN}def touch(request, tag: Tag):
    with transaction.atomic():  #> insert shop_log
        Plain(data=request.data).save()
    with transaction.atomic():  #> write shop_tag
        Plain(tag, data=request.data).save()
    with transaction.atomic():  #> write shop_tag
        Plain(instance=tag, data=request.data, partial=True).save()
""")


def test_what_is_known_of_the_row_that_a_serializer_is_given_decides() -> None:
    """That a row may be something else, too, does not make it None."""
    assert_touches(f"""{HEAD}{PLAIN}class Other(Plain):
    pass
class Unknown(Plain):
    pass
def touch(request, tag: Tag, other):
    found = tag if request.on else other.restricted()
    with transaction.atomic():  #> update shop_tag
        Plain(found, data=request.data).save()
    with transaction.atomic():  #> update shop_tag, insert shop_log
        Other(Tag.objects.filter(x=1).first(), data=request.data).save()
    with transaction.atomic():  #> insert shop_log
        Unknown(other.restricted(), data=request.data).save()
""")


def test_validation() -> None:
    assert_touches(f"""{HEAD}
class Plain(serializers.Serializer):
    name = serializers.CharField()
    def validate_name(self, value):
        Log.objects.create(text="a")
    def validate(self, data):
        Tag.objects.create()
    def other(self):
        Stock.objects.create()
def touch(request):
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        Plain(data=request.data).is_valid()
""")


def test_the_serializer_of_each_action() -> None:
    assert_touches(f"""{HEAD}
class Orders(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    def get_serializer_class(self):
        if self.action == "lines":
            return LineSerializer
        return OrderSerializer
    @transaction.atomic  #> insert shop_order
    def create(self, request):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid()
        self.perform_create(serializer)
""")


def test_viewsets_of_one_base_are_kept_apart() -> None:
    assert_touches(f"""{HEAD}
class Base(viewsets.ModelViewSet):
    @transaction.atomic  #> write shop_order | write shop_line | nothing
    def create(self, request, *args, **kwargs):
        return super().create(request, *args, **kwargs)
class Orders(Base):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
class Lines(Base):
    queryset = Line.objects.all()
    serializer_class = LineSerializer
""")


def test_what_a_method_field_reads() -> None:
    assert_touches(f"""{HEAD}
class Shown(serializers.ModelSerializer):
    lines = serializers.SerializerMethodField()
    class Meta:
        model = Order
        fields = ["lines"]
    def get_lines(self, order):
        return order.lines.count()
def touch(order: Order):
    with transaction.atomic():  #> nothing, read shop_line
        return Response(Shown(order).data)
""")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("chosen", "write shop_order"),
        ("found", "write shop_stock"),
        ("checked", "write shop_tag"),
        ("line", "write shop_line"),
        ("shown", "nothing"),
        ("number", "nothing"),
    ],
)
def test_validated_data_by_the_names_of_fields(name: str, expected: str) -> None:
    assert_touches(f"""{HEAD}
class Choice(serializers.Serializer):
    chosen = serializers.PrimaryKeyRelatedField(queryset=Order.objects.all())
    line = serializers.PrimaryKeyRelatedField(queryset=Line.objects.all())
    shown = serializers.PrimaryKeyRelatedField(queryset=Log.objects.all(), read_only=True)
    number = serializers.IntegerField()
    found = serializers.IntegerField()
    checked = serializers.PrimaryKeyRelatedField(queryset=Log.objects.all())
    def validate_found(self, value):
        return Stock.objects.get(pk=value)
    def validate_checked(self, value):
        return Tag.objects.get(pk=value)
def touch(data):
    choice = Choice(data=data)
    choice.is_valid(raise_exception=True)
    with transaction.atomic():  #> {expected}
        choice.validated_data["{name}"].save()
    with transaction.atomic():  #> {expected}
        choice.validated_data.get("{name}").save()
    with transaction.atomic():  #> {expected}
        for key in ["{name}"]:
            choice.validated_data[key].save()
""")


def test_validated_data_of_a_models_relations() -> None:
    assert_touches(f"""{HEAD}
class Parcel(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    stock = models.ForeignKey(Stock, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)
class ParcelSerializer(serializers.ModelSerializer):
    class Meta:
        model = Parcel
        fields = ["order", "stock", "tags"]
        read_only_fields = ["stock"]
    @transaction.atomic  #> write shop_order, write shop_tag
    def create(self, validated_data):
        validated_data["order"].save()
        validated_data["stock"].save()
        for one in validated_data["tags"]:
            one.save()
def touch(data):
    serializer = ParcelSerializer(data=data)
    serializer.is_valid(raise_exception=True)
    serializer.save()
""")


def test_what_save_is_given_is_validated_data_too() -> None:
    assert_touches(f"""{HEAD}
class Plain(serializers.Serializer):
    def create(self, validated_data):
        with transaction.atomic():  #> write shop_tag
            validated_data["by"].save()
def touch(data, tag: Tag):
    serializer = Plain(data=data)
    serializer.is_valid()
    serializer.save(by=tag)
""")


def test_a_serializer_of_some_fields_that_type_makes() -> None:
    assert_touches(f"""{HEAD}
class Whole(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["total", "customer", "tags"]
    @classmethod
    def of(cls, *names):
        class Meta(cls.Meta):
            pass
        Meta.fields = list(names)
        return type("Part", (cls,), {{"Meta": Meta}})
Totals = Whole.of("total", "customer")
Tags = Whole.of("tags")
def touch(order: Order):
    with transaction.atomic():  #> nothing, no read shop_tag
        Totals(order).data
    with transaction.atomic():  #> nothing, read shop_tag
        Tags(order).data
""")


def test_a_field_that_stands_for_a_relation_of_another_name() -> None:
    assert_touches(f"""{HEAD}
class TagSerializer(serializers.ModelSerializer):
    class Meta:
        model = Tag
        fields = ["id"]
class MarkedSerializer(serializers.ModelSerializer):
    labels = serializers.PrimaryKeyRelatedField(source="tags", queryset=Tag.objects.all(), many=True)
    class Meta:
        model = Order
        fields = ["total", "labels"]
def change(order: Order, data):
    serializer = MarkedSerializer(order, data=data)
    serializer.is_valid()
    with transaction.atomic():  #> update shop_order, insert shop_order_tags, delete shop_order_tags
        serializer.save()
""")


def test_a_field_of_the_projects_own_for_each_relation() -> None:
    assert_touches(f"""{HEAD}
class Lenient:
    def to_internal_value(self, data):
        rows = self.queryset
        return rows.get_or_create(pk=data)[0]

class LenientField(Lenient, serializers.HyperlinkedRelatedField):
    pass

class Base(serializers.ModelSerializer):
    serializer_related_field = LenientField

class LineOf(Base):
    class Meta:
        model = Line
        fields = ["order", "stock"]

class LogOf(Base):
    class Meta:
        model = Log
        fields = ["text"]

class LineView(generics.CreateAPIView):
    queryset = Line.objects.all()
    serializer_class = LineOf
{whole("write shop_line, insert shop_order, insert shop_stock")}
class LogView(generics.CreateAPIView):
    queryset = Log.objects.all()
    serializer_class = LogOf
{whole("write shop_log")}
""")


def test_a_field_of_the_projects_own_keeps_what_it_was_made_with() -> None:
    assert_touches(f"""{HEAD}
class RowField(serializers.CharField):
    def __init__(self, rows=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows
    def run_validation(self, data):
        return self.rows.get(name=super().run_validation(data))
class TakeStock(serializers.Serializer):
    stock = RowField(rows=Stock.objects.all())
    def create(self, validated_data):
        validated_data["stock"].save()
class TakeOrder(serializers.Serializer):
    order = RowField(Order.objects.all(), required=False)
    def create(self, validated_data):
        validated_data["order"].save()
class StockView(generics.CreateAPIView):
    serializer_class = TakeStock
{whole("write shop_stock")}
class OrderView(generics.CreateAPIView):
    serializer_class = TakeOrder
{whole("write shop_order")}
""")


def test_a_view_asks_its_own_authenticators() -> None:
    assert_touches(f"""{HEAD}
from rest_framework.authentication import BaseAuthentication
class Logs(BaseAuthentication):
    def authenticate(self, request):
        Log.objects.create(text="asked")
class OpenView(APIView):
    authentication_classes = ()
    def post(self, request):
        Stock.objects.create()
{whole("insert shop_stock")}
class LoggedView(APIView):
    authentication_classes = [Logs]
    def post(self, request):
        Tag.objects.create()
{whole("insert shop_tag, insert shop_log")}
class UsualView(APIView):
    def post(self, request):
        Order.objects.create(total=1)
{whole("insert shop_order")}
# file: config/settings.py
REST_FRAMEWORK = {{"DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"]}}
""")


def test_a_view_is_asked_by_whom_its_authenticators_answer_with() -> None:
    assert_touches(f"""{HEAD}
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
class Key(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
class OfOrders(BaseAuthentication):
    def authenticate(self, request):
        return self.authenticate_credentials(request.headers["Key"])
    def authenticate_credentials(self, key):
        found = Key.objects.get(pk=key)
        return found.order, found
class OfTags(BaseAuthentication):
    def authenticate(self, request):
        if "Tag" not in request.headers:
            return None
        return Tag.objects.get(pk=request.headers["Tag"]), None
class OrderView(APIView):
    authentication_classes = [OfOrders]
    def post(self, request):
        request.user.save()
{whole("write shop_order, read shop_key")}
class KeyView(APIView):
    authentication_classes = [OfOrders]
    def delete(self, request):
        request.auth.delete()
{whole("delete shop_key, read shop_order")}
class TagView(APIView):
    authentication_classes = [OfTags]
    def post(self, request):
        self.request.user.save()
{whole("write shop_tag")}
class UsualView(APIView):
    def post(self, request):
        request.user.save()
{whole("write auth_user")}
# file: config/settings.py
REST_FRAMEWORK = {{"DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"]}}
""")


RENDERERS = [
    ("    renderer_classes = [Logged]", "REST_FRAMEWORK = {}"),
    ("    def get_renderers(self):\n        return [Logged()]", "REST_FRAMEWORK = {}"),
    ("", 'REST_FRAMEWORK = {"DEFAULT_RENDERER_CLASSES": ["shop.views.Logged"]}'),
]


@pytest.mark.parametrize(("chosen", "settings"), RENDERERS, ids=["of the view", "made by the view", "of the project"])
def test_an_answer_is_rendered_after_the_view(chosen: str, settings: str) -> None:
    assert_touches(f"""{HEAD}
from rest_framework.renderers import BrowsableAPIRenderer
class Logged(BrowsableAPIRenderer):
    def get_context(self, data, accepted_media_type, renderer_context):
        renderer_context["view"].seen()
        return super().get_context(data, accepted_media_type, renderer_context)
class OrderView(APIView):
{chosen}
    def seen(self):
        Log.objects.create(text="seen")  #= insert shop_log
    def post(self, request):
        Order.objects.create(total=1)
{whole("insert shop_order")}
# file: config/settings.py
{settings}
""")


@pytest.mark.parametrize(
    ("default", "expected"),
    [
        ("Numbered()", "insert shop_log"),
        ("counted", "insert shop_tag"),
        ("serializers.CreateOnlyDefault(counted)", "insert shop_tag"),
        ("serializers.CreateOnlyDefault(Numbered())", "insert shop_log"),
        ("3", "nothing"),
    ],
)
def test_a_default_that_is_called_while_a_serializer_validates(default: str, expected: str) -> None:
    assert_touches(f"""{HEAD}
class Numbered:
    requires_context = True
    def __call__(self, serializer_field):
        return Log.objects.create(text=serializer_field.parent).pk
def counted():
    return Tag.objects.create().pk
class Numbers(serializers.Serializer):
    number = serializers.IntegerField(default={default})
def work(data):
    with transaction.atomic():  #> {expected}
        Numbers(data=data).is_valid()
""")
