"""Functions of the database that have a class of their own: `from sqlalchemy.sql.functions import count`."""

from sqlalchemy.sql.core import *

count = sum = max = min = coalesce = concat = now = random = char_length = user = rank = dense_rank = clause
percent_rank = cume_dist = array_agg = aggregate_strings = mode = percentile_cont = percentile_disc = clause
current_date = current_time = current_timestamp = current_user = localtime = localtimestamp = session_user = clause
cube = rollup = grouping_sets = next_value = sysdate = clause
