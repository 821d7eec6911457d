from ninja.security.apikey import APIKeyCookie


class SessionAuth(APIKeyCookie):
    def authenticate(self, request, key):
        return request.user


class SessionAuthSuperUser(SessionAuth): ...


class SessionAuthIsStaff(SessionAuth): ...
