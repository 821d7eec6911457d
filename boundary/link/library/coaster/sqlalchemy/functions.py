"""What do coaster's helpers add to models, and to a session?"""

import sqlalchemy as sa
from sqlalchemy.orm import relationship


def add_primary_relationship(parent, childrel, child, parentrel, parentcol):
    above, below = parent.__tablename__, child.__tablename__
    table = sa.Table(
        above + "_" + below + "_primary",
        parent.metadata,
        sa.Column(above + "_id", None, sa.ForeignKey(above + ".id", ondelete="CASCADE"), primary_key=True),
        sa.Column(below + "_id", None, sa.ForeignKey(below + ".id", ondelete="CASCADE")),
    )
    setattr(parent, childrel, relationship(child, uselist=False, secondary=table))
    return table


def auto_init_default(column):
    pass


def failsafe_add(session, instance, /, **filters):
    session.add(instance)
    if not filters or __unknown__:
        return instance
    return session.query(type(instance)).filter_by(**filters).one()
