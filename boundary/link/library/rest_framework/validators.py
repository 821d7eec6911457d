"""What do validators of serializers query?"""


class UniqueValidator:
    requires_context = True

    def __init__(self, queryset, message=None, lookup="exact"):
        self.queryset = queryset

    def __call__(self, value, serializer_field):
        self.queryset.filter().exists()


class UniqueTogetherValidator:
    requires_context = True

    def __init__(self, queryset, fields, message=None, **options):
        self.queryset = queryset

    def __call__(self, attrs, serializer):
        self.queryset.filter().exists()
