from flask import Blueprint, jsonify, request

from ledger.customers import services
from ledger.db import current_session

bp = Blueprint("customers", __name__, url_prefix="/customers")


@bp.post("")
def register():
    customer = services.register(current_session(), **request.get_json())
    return jsonify(id=customer.id, number=customer.number), 201


@bp.get("/<int:key>")
def show(key):
    customer = services.find(current_session(), key)
    towns = [address.town for address in customer.addresses]
    return jsonify(number=customer.number, name=customer.name, towns=towns, blocked=customer.blocked)


@bp.put("/<int:key>/address")
def move(key):
    services.move(current_session(), key, request.get_json())
    return "", 204


@bp.delete("/<int:key>")
def forget(key):
    services.forget(current_session(), key)
    return "", 204
