"""Flask-AppBuilder: views and APIs of mapped classes, and the manager of users and permissions."""

from __future__ import annotations

from tests.link.linking import assert_touches

START = """
from flask import Flask
from flask_appbuilder import AppBuilder, Model, ModelRestApi, ModelView, SQLA
from flask_appbuilder.models.sqla.interface import SQLAInterface
from flask_appbuilder.security.sqla.manager import SecurityManager
from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import relationship
app = Flask(__name__)
db = SQLA(app)
order_user = Table("order_user", Model.metadata, Column("user_id", Integer, ForeignKey("ab_user.id")))
class Log(Model):
    __tablename__ = "logs"
    id = Column(Integer, primary_key=True)
class Manager(SecurityManager):
    def count_logs(self):
        return self.session.query(Log).count()
    def add_log(self):
        return self._log()
    def _log(self):
        self.session.add(Log())
        self.session.commit()  #> insert logs
appbuilder = AppBuilder(app, db.session, security_manager_class=Manager)
class Order(Model):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    owners = relationship(appbuilder.sm.user_model, secondary=order_user)
class Stock(Model):
    __tablename__ = "stock"
    id = Column(Integer, primary_key=True)
"""


def test_an_api_of_a_mapped_class_commits_each_change() -> None:
    assert_touches(f"""{START}
class OrderApi(ModelRestApi):  #> insert orders | update orders | delete orders, delete order_user
    datamodel = SQLAInterface(Order)
class StockApi(ModelRestApi):  #> insert stock, insert logs
    datamodel = SQLAInterface(Stock)
    include_route_methods = {{"get", "post"}}
    def pre_add(self, item):
        db.session.add(Log())
""")


def test_a_view_of_a_mapped_class_commits_each_change() -> None:
    assert_touches(f"""{START}
class StockView(ModelView):  #> insert stock | update stock | delete stock, insert logs
    datamodel = SQLAInterface(Stock)
    def pre_delete(self, item):
        db.session.add(Log())
appbuilder.add_view(StockView, "Stock")
""")


def test_the_manager_of_permissions_commits_by_itself() -> None:
    assert_touches(f"""{START}
@app.route("/grant")
def grant():
    appbuilder.sm.add_log()
    appbuilder.sm.add_role("seller")  #> insert ab_role
@app.route("/own")
def own():
    order = Order(owners=[appbuilder.sm.find_user("ann")])
    db.session.add(order)
    db.session.commit()  #> insert orders, insert order_user
""")


def test_the_manager_is_that_of_the_project_also_before_the_application_is_made() -> None:
    assert_touches("""
from flask import Flask
from flask_appbuilder import AppBuilder, Model, SQLA
from flask_appbuilder.security.sqla.manager import SecurityManager
from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import relationship
from werkzeug.local import LocalProxy
db = SQLA()
appbuilder = AppBuilder(update_perms=False)
manager = LocalProxy(lambda: appbuilder.sm)
class Log(Model):
    __tablename__ = "logs"
    id = Column(Integer, primary_key=True)
class Manager(SecurityManager):
    def log(self):
        self.session.add(Log())
order_user = Table("order_user", Model.metadata, Column("user_id", Integer, ForeignKey("ab_user.id")))
class Order(Model):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    owners = relationship(manager.user_model, secondary=order_user)
def create_app():
    app = Flask(__name__)
    appbuilder.security_manager_class = Manager
    appbuilder.init_app(app, db.session)
    return app
def grant():
    manager.add_role("seller")  #> insert ab_role
def own():
    manager.log()
    db.session.add(Order(owners=[manager.find_user("ann")]))
    db.session.commit()  #> insert orders, insert order_user, insert logs
""")
