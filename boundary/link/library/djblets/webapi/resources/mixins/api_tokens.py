"""Which of its resources does an API's token allow?"""


class ResourceAPITokenMixin:
    api_token_model = None
