"""What does the mixin stamp?  Each row of which something has changed, before it is flushed."""

import sqlalchemy as sa


class Timestamp:
    created = sa.Column(sa.DateTime)
    updated = sa.Column(sa.DateTime)

    def __stamp__(self):
        self.updated = __unknown__
