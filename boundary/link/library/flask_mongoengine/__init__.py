"""What does Flask's extension export?  One object that has all that mongoengine exports."""

import mongoengine
from flask_mongoengine import documents
from flask_mongoengine.documents import BaseQuerySet, Document, DynamicDocument
from flask_mongoengine.json import override_json_encoder
from flask_mongoengine.pagination import ListFieldPagination, Pagination
from flask_mongoengine.sessions import MongoEngineSessionInterface


class MongoEngine:
    def __init__(self, app=None, config=None): ...

    def init_app(self, app, config=None): ...

    Document = documents.Document
    DynamicDocument = documents.DynamicDocument
    BaseQuerySet = documents.BaseQuerySet
    EmbeddedDocument = mongoengine.EmbeddedDocument
    DynamicEmbeddedDocument = mongoengine.DynamicEmbeddedDocument
    QuerySet = mongoengine.QuerySet
    Q = mongoengine.Q
    queryset_manager = mongoengine.queryset_manager
    signals = mongoengine.signals
    CASCADE = mongoengine.CASCADE
    NULLIFY = mongoengine.NULLIFY
    PULL = mongoengine.PULL
    DENY = mongoengine.DENY
    DO_NOTHING = mongoengine.DO_NOTHING
    DoesNotExist = mongoengine.DoesNotExist
    MultipleObjectsReturned = mongoengine.MultipleObjectsReturned
    NotUniqueError = mongoengine.NotUniqueError
    OperationError = mongoengine.OperationError
    ValidationError = mongoengine.ValidationError
    BaseField = mongoengine.fields.BaseField
    BinaryField = mongoengine.fields.BinaryField
    BooleanField = mongoengine.fields.BooleanField
    CachedReferenceField = mongoengine.fields.CachedReferenceField
    ComplexBaseField = mongoengine.fields.ComplexBaseField
    ComplexDateTimeField = mongoengine.fields.ComplexDateTimeField
    DateField = mongoengine.fields.DateField
    DateTimeField = mongoengine.fields.DateTimeField
    Decimal128Field = mongoengine.fields.Decimal128Field
    DecimalField = mongoengine.fields.DecimalField
    DictField = mongoengine.fields.DictField
    DynamicField = mongoengine.fields.DynamicField
    EmailField = mongoengine.fields.EmailField
    EmbeddedDocumentField = mongoengine.fields.EmbeddedDocumentField
    EmbeddedDocumentListField = mongoengine.fields.EmbeddedDocumentListField
    EnumField = mongoengine.fields.EnumField
    FileField = mongoengine.fields.FileField
    FloatField = mongoengine.fields.FloatField
    GenericEmbeddedDocumentField = mongoengine.fields.GenericEmbeddedDocumentField
    GenericLazyReferenceField = mongoengine.fields.GenericLazyReferenceField
    GenericReferenceField = mongoengine.fields.GenericReferenceField
    GeoJsonBaseField = mongoengine.fields.GeoJsonBaseField
    GeoPointField = mongoengine.fields.GeoPointField
    ImageField = mongoengine.fields.ImageField
    IntField = mongoengine.fields.IntField
    LazyReferenceField = mongoengine.fields.LazyReferenceField
    LineStringField = mongoengine.fields.LineStringField
    ListField = mongoengine.fields.ListField
    LongField = mongoengine.fields.LongField
    MapField = mongoengine.fields.MapField
    MultiLineStringField = mongoengine.fields.MultiLineStringField
    MultiPointField = mongoengine.fields.MultiPointField
    MultiPolygonField = mongoengine.fields.MultiPolygonField
    ObjectIdField = mongoengine.fields.ObjectIdField
    PointField = mongoengine.fields.PointField
    PolygonField = mongoengine.fields.PolygonField
    ReferenceField = mongoengine.fields.ReferenceField
    SequenceField = mongoengine.fields.SequenceField
    SortedListField = mongoengine.fields.SortedListField
    StringField = mongoengine.fields.StringField
    URLField = mongoengine.fields.URLField
    UUIDField = mongoengine.fields.UUIDField
