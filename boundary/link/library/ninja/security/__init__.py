"""Who may ask?  What a project derives from these is called before its operations."""

from ninja.security.apikey import APIKeyCookie, APIKeyHeader, APIKeyQuery
from ninja.security.http import HttpBasicAuth, HttpBearer
from ninja.security.session import SessionAuth, SessionAuthIsStaff, SessionAuthSuperUser


def django_auth(request):
    return request.user
