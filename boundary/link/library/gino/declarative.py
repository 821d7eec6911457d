"""Which class is the base of models, and what do mixins declare?"""

from gino.crud import CRUDModel as Model
from sqlalchemy.orm.decl_api import declared_attr
