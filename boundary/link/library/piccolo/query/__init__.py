"""What does Piccolo export of its queries?"""

from piccolo.query.base import Query
from piccolo.query.functions import Avg, Max, Min, Sum

Count = Delete = Exists = Insert = Objects = Raw = Select = Update = Query
