"""How are names spelled, and which names are no tables or routines of the application?"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


FOLDING = frozenset({"postgres", "redshift", "oracle"})
"""Dialects in which an unquoted name means one spelling only."""

NOT_TABLES = frozenset({"dual", "inserted", "deleted", "excluded", "stdin", "stdout"})
"""Names that stand where a table would and are none: Oracle's row, T-SQL's and PostgreSQL's transition tables."""

LOCK_HINTS = frozenset({"updlock", "xlock", "tablockx", "tablock", "holdlock", "paglock", "rowlock serializable"})
"""T-SQL table hints that lock what they read until the transaction ends."""

CONFLICTS = frozenset({"ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE"})
"""What SQLite is told to do with a row that conflicts with another one: `UPDATE OR IGNORE t`."""

TEMPORARY_SCHEMAS = frozenset({"temp", "pg_temp", "tempdb"})

_BUILT_IN = """
abs acos age array_agg array_append array_length array_lower array_position array_remove array_to_json
array_to_string array_upper ascii asin atan atan2 avg bit_and bit_or bool_and bool_or btrim cardinality cast ceil
ceiling char char_length character_length charindex chr coalesce col_length collation concat concat_ws convert cos
count cume_dist curdate current_database current_date current_schema current_setting current_time current_timestamp
current_user currval curtime database datalength date date_add date_format date_part date_sub date_trunc dateadd
datediff datename datepart daterange day dayname dayofmonth dayofweek dayofyear db_id db_name decode degrees
dense_rank encode error_line error_message error_number error_procedure error_severity error_state every exp extract
field find_in_set first_value floor format found_rows from_unixtime gen_random_uuid generate_series getdate
getutcdate greatest group_concat grouping hex host_name hour ident_current if ifnull iif in inet initcap instr
int4range int8range isdate isjson isnull isnumeric json_agg json_array_elements json_build_array json_build_object
json_each json_extract json_object json_object_agg json_populate_record json_query json_strip_nulls json_typeof
json_value jsonb_agg jsonb_array_elements jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each
jsonb_object_agg jsonb_set jsonb_strip_nulls jsonb_typeof lag last_insert_id last_value lastval lcase lead least
left len length listagg ln localtime localtimestamp locate log log10 lower lpad ltrim max md5 microsecond mid min
minute mod month monthname months_between newid newsequentialid nextval now nth_value ntile nullif num_nonnulls
numrange nvl nvl2 object_id object_name octet_length openjson overlay parsename patindex percent_rank
percentile_cont percentile_disc pg_advisory_lock pg_advisory_unlock pg_advisory_xact_lock pg_get_serial_sequence
pg_notify pg_sleep pi plainto_tsquery position power quarter quote_ident quote_literal quote_nullable quotename
radians rand random rank regexp_like regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table
regexp_substr regr_slope repeat replace replicate reverse right round row row_count row_number row_to_json rpad
rtrim schema_name scope_identity second set_config setseed setval sha1 sha2 sign sin space split_part sqrt stddev
stddev_pop stddev_samp str str_to_date strftime string_agg string_split string_to_array strpos stuff substr
substring substring_index sum suser_name suser_sname sysdate sysdatetime sysdatetimeoffset sysutcdatetime tan time
timediff timestampdiff to_array to_char to_date to_days to_hex to_json to_jsonb to_number to_timestamp to_tsquery
to_tsvector translate trim trunc truncate try_cast try_convert ts_headline ts_rank ts_rank_cd tsrange tstzrange
type_id ucase unistr unix_timestamp unnest update upper user user_name uuid uuid_generate_v4 validate value values
var_pop var_samp variance version week weekday width_bucket xact_state xmlagg xmlelement xmlforest xmltable xpath
year yearweek
"""
BUILT_IN = words(_BUILT_IN)
"""Functions of the databases themselves that are common enough not to be worth a call."""

_NO_CALL = """
all and any array as asc begin between bigint binary bit both by call cascade case char character check collate
columns conflict constraint copy cross cube cycle date datetime datetime2 datetimeoffset decimal default delete desc
distinct do double elements else elseif elsif end engine escape except exec execute exists fetch filter float
following for foreign from full function group grouping having identity if ignore in index inherits inner insert int
integer intersect interval into is join json key lateral leading left like limit list lock loop matched merge
multiset natural nchar not nothing null number numeric nvarchar of offset on only open option options or order out
outer output over overlaps overlay partition partitions path percent perform pivot position precision primary print
prior procedure raiserror range raw real recursive references replace return returning returns right rollup row rows
rows_from select set sets similar smallint some storing table tablesample text then ties time timestamp tinyint to
top trailing trigger truncate type union unique unpivot until update use using values varbinary varchar varchar2
varying view when where while with within without xml
"""
NO_CALL = words(_NO_CALL)
"""Words that stand before a parenthesis and are no function."""


def fold(name: str, dialect: str | None, *, quoted: bool) -> str:
    """The name as the database knows it: unquoted names in lower case where the dialect folds them."""
    return name if quoted or dialect not in FOLDING else name.lower()
