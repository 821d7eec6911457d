from sqlalchemy.orm.decl_api import Proxy as AssociationProxy
from sqlalchemy.orm.decl_api import association_proxy
