"""Which names do the views of tokens offer?"""

from oauth2_provider.views.application import (
    ApplicationDelete,
    ApplicationDetail,
    ApplicationList,
    ApplicationRegistration,
    ApplicationUpdate,
)
from oauth2_provider.views.base import AuthorizationView, RevokeTokenView, TokenView
from oauth2_provider.views.generic import (
    ClientProtectedResourceView,
    ProtectedResourceView,
    ReadWriteScopedResourceView,
    ScopedProtectedResourceView,
)
from oauth2_provider.views.token import AuthorizedTokenDeleteView, AuthorizedTokensListView
