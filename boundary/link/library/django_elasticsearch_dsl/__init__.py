"""django-elasticsearch-dsl: rows of models are documents of Elasticsearch, and a search gives their rows."""

from django_elasticsearch_dsl.documents import DocType, Document
from django_elasticsearch_dsl.fields import *
from django_elasticsearch_dsl.indices import Index
