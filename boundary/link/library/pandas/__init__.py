"""Which tables do frames of pandas read and write?  `read_sql(query, connection)`, `frame.to_sql("orders", connection)`.

An engine in place of a connection has a transaction of its own. What a frame gives is a frame where that is most of
what is asked for; what is in it is not known.
"""

from sqlalchemy import text
from sqlalchemy.engine import Engine


def _execute(con, sql):
    if isinstance(con, Engine):
        with con.begin() as connection:
            connection.execute(text(sql))
    else:
        con.cursor().execute(sql)
        con.execute(text(sql))


class _Frame:
    def to_sql(self, name, con, *args, **kwargs):
        _execute(con, f"INSERT INTO {name} SELECT 1")

    def __getitem__(self, key):
        return self

    def __setitem__(self, key, value): ...

    @property
    def loc(self):
        return self

    iloc = at = iat = str = dt = loc

    def copy(self, *args, **kwargs):
        return self

    add_prefix = add_suffix = agg = aggregate = align = apply = assign = astype = bfill = clip = combine_first = copy
    convert_dtypes = corr = cumsum = diff = drop = drop_duplicates = dropna = explode = ffill = fillna = filter = copy
    first = get = groupby = head = interpolate = isin = join = last = map = applymap = mask = max = mean = melt = copy
    merge = min = nlargest = nsmallest = pivot = pivot_table = query = rank = reindex = rename = rename_axis = copy
    replace = resample = reset_index = rolling = round = sample = select_dtypes = set_axis = set_index = shift = copy
    size = sort_index = sort_values = stack = sum = tail = to_frame = transform = transpose = tz_convert = copy
    tz_localize = unstack = where = copy

    def pipe(self, func, *args, **kwargs):
        return func(self, *args, **kwargs)


class DataFrame(_Frame):
    pass


class Series(_Frame):
    pass


def read_sql(sql, con, *args, **kwargs):
    _execute(con, sql)
    return DataFrame()


read_sql_query = read_sql


def read_sql_table(table_name, con, *args, **kwargs):
    _execute(con, f"SELECT * FROM {table_name}")
    return DataFrame()


def concat(*args, **kwargs):
    return DataFrame()


crosstab = cut = from_dummies = get_dummies = json_normalize = melt = merge = merge_asof = pivot = pivot_table = concat
read_clipboard = read_csv = read_excel = read_feather = read_fwf = read_hdf = read_html = read_json = read_orc = concat
read_parquet = read_pickle = read_spss = read_stata = read_table = read_xml = concat
