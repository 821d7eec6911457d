from flask import Flask, jsonify

from ledger import config, db
from ledger.audit.views import bp as audit
from ledger.bank.views import bp as bank
from ledger.billing.views import bp as billing
from ledger.books.views import bp as books
from ledger.customers.views import bp as customers
from ledger.errors import LedgerError


def create_app(url=None):
    app = Flask(__name__)
    app.extensions["engine"] = db.connect(url or config.database_url())
    app.teardown_appcontext(db.close_session)
    app.register_error_handler(LedgerError, failed)
    for blueprint in (books, customers, billing, bank, audit):
        app.register_blueprint(blueprint)
    return app


def failed(error):
    return jsonify(error=str(error)), error.status
