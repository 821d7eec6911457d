"""Which of its resources does a token of OAuth allow?"""


class ResourceOAuth2TokenMixin: ...
