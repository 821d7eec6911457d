"""Where does py4web keep sessions, if in a database?"""

from pydal.objects import Field


class DBStore:
    def __init__(self, db, name="py4web_session"):
        db.define_table("py4web_session", Field("rkey"), Field("rvalue"), Field("expires_on"))
