from flask import Blueprint, jsonify
from sqlalchemy import select

from ledger.audit.models import AuditLog
from ledger.db import current_session

bp = Blueprint("audit", __name__, url_prefix="/audit")


@bp.get("/<relation>")
def trail(relation):
    query = select(AuditLog).where(AuditLog.relation == relation).order_by(AuditLog.id)
    return jsonify([{"what": row.what, "after": row.after} for row in current_session().scalars(query)])
