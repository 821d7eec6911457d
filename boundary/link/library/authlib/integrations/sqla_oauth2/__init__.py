"""What do clients, codes and tokens of OAuth 2 have in tables, and which queries come ready made?"""

from authlib.integrations.sqla_oauth2.functions import (
    create_bearer_token_validator,
    create_query_client_func,
    create_query_token_func,
    create_revocation_endpoint,
    create_save_token_func,
)
from authlib.integrations.sqla_oauth2.mixins import (
    OAuth2AuthorizationCodeMixin,
    OAuth2ClientMixin,
    OAuth2TokenMixin,
)
