"""How does a function of web2py end at once?"""


class HTTP(Exception): ...


def redirect(location="", how=303, client_side=False, headers=None):
    raise HTTP
