"""What does a pipeline give?"""

from beanie.odm.queries.find import FindQuery


class AggregationQuery(FindQuery):
    pass
