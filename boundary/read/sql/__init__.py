"""SQL to facts: statements, schema, routines and scripts.

`read_sql` reads a string of SQL found in code, `read_sql_file` a file. The parser (sqlglot) is imported when the first
statement is read.
"""

from boundary.read.sql.dialects import guess_dialect
from boundary.read.sql.files import read_sql_file
from boundary.read.sql.looks import looks_like_sql
from boundary.read.sql.statements import read_sql

__all__ = ["guess_dialect", "looks_like_sql", "read_sql", "read_sql_file"]
