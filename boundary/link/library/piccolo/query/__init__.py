"""What does Piccolo export of its queries?"""

from piccolo.query.base import Query

Count = Delete = Exists = Insert = Objects = Raw = Select = Update = Query
