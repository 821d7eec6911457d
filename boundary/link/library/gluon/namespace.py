"""Which names are there in the models, controllers and views of web2py, which import nothing?"""

from gluon.dal import DAL, Field
from gluon.globals import T, cache, current, request, response, session
from gluon.html import *
from gluon.http import HTTP, redirect
from gluon.sqlhtml import SQLFORM, SQLTABLE
from gluon.validators import *


def local_import(name, reload=False, app=None):
    return __unknown__


def LOAD(*args, **kwargs):
    return __unknown__


SQLDB = DAL
SQLField = Field
