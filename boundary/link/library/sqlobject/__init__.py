"""Which names does SQLObject offer?"""

from sqlobject.col import *
from sqlobject.dbconnection import connectionForURI, dbConnectionForScheme, sqlhub
from sqlobject.joins import *
from sqlobject.main import SQLObject, SQLObjectIntegrityError, SQLObjectNotFound, sqlmeta
from sqlobject.sqlbuilder import *
from sqlobject.styles import MixedCaseStyle, MixedCaseUnderscoreStyle, Style
