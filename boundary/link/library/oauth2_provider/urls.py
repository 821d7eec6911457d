"""Which requests are there for applications and their tokens?"""

from django.urls import path
from oauth2_provider.views import application, base, token

base_urlpatterns = [
    path("authorize/", base.AuthorizationView.as_view(), name="authorize"),
    path("token/", base.TokenView.as_view(), name="token"),
    path("revoke_token/", base.RevokeTokenView.as_view(), name="revoke-token"),
]

management_urlpatterns = [
    path("applications/", application.ApplicationList.as_view(), name="list"),
    path("applications/register/", application.ApplicationRegistration.as_view(), name="register"),
    path("applications/<slug:pk>/", application.ApplicationDetail.as_view(), name="detail"),
    path("applications/<slug:pk>/delete/", application.ApplicationDelete.as_view(), name="delete"),
    path("applications/<slug:pk>/update/", application.ApplicationUpdate.as_view(), name="update"),
    path("authorized_tokens/", token.AuthorizedTokensListView.as_view(), name="authorized-token-list"),
    path("authorized_tokens/<slug:pk>/delete/", token.AuthorizedTokenDeleteView.as_view(), name="authorized-token-delete"),
]

urlpatterns = base_urlpatterns + management_urlpatterns
