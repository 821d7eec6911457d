"""Which tables do frames of GeoPandas read and write?  As those of pandas do."""

import pandas


class GeoDataFrame(pandas.DataFrame):
    to_postgis = pandas.DataFrame.to_sql

    @classmethod
    def from_postgis(cls, sql, con, *args, **kwargs):
        pandas.read_sql(sql, con)
        return cls()


def read_postgis(sql, con, *args, **kwargs):
    pandas.read_sql(sql, con)
    return GeoDataFrame()


def read_file(*args, **kwargs):
    return GeoDataFrame()


clip = overlay = read_feather = read_parquet = sjoin = sjoin_nearest = points_from_xy = read_file
