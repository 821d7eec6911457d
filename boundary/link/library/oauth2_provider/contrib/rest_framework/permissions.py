"""What is asked of a token before a view answers?  Its scopes, which it carries."""

from rest_framework.permissions import BasePermission, IsAuthenticated


class TokenHasScope(BasePermission):
    def get_scopes(self, request, view):
        return view.required_scopes

    def has_permission(self, request, view):
        self.get_scopes(request, view)
        return __unknown__


class TokenHasReadWriteScope(TokenHasScope):
    pass


class TokenHasResourceScope(TokenHasScope):
    pass


class IsAuthenticatedOrTokenHasScope(BasePermission):
    def has_permission(self, request, view):
        return IsAuthenticated().has_permission(request, view) or TokenHasScope().has_permission(request, view)


class TokenMatchesOASRequirements(BasePermission):
    def has_permission(self, request, view):
        return __unknown__
