"""Which names does py4web offer?"""

from py4web.core import (
    DAL,
    HTTP,
    URL,
    Cache,
    Condition,
    Field,
    Fixture,
    Flash,
    Session,
    Template,
    Translator,
    abort,
    action,
    redirect,
    request,
    response,
)
