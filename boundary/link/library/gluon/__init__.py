"""Which names does web2py offer to modules?"""

from gluon.dal import DAL, Field
from gluon.globals import current
from gluon.html import *
from gluon.http import HTTP, redirect
from gluon.sqlhtml import SQLFORM, SQLTABLE
from gluon.validators import *
