"""Which package extends peewee?"""
