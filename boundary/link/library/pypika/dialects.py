"""Which classes begin pypika's queries for one kind of database?"""

from pypika.queries import Query, QueryBuilder


class ClickHouseQuery(Query):
    pass


class MSSQLQuery(Query):
    pass


class MySQLQuery(Query):
    pass


class OracleQuery(Query):
    pass


class PostgreSQLQuery(Query):
    pass


class RedshiftQuery(Query):
    pass


class SnowflakeQuery(Query):
    pass


class SQLLiteQuery(Query):
    pass


class VerticaQuery(Query):
    pass


ClickHouseQueryBuilder = MSSQLQueryBuilder = MySQLQueryBuilder = OracleQueryBuilder = PostgreSQLQueryBuilder = QueryBuilder
PostgreQueryBuilder = RedShiftQueryBuilder = SnowflakeQueryBuilder = SQLLiteQueryBuilder = VerticaQueryBuilder = QueryBuilder
