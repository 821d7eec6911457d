"""What does a database do by itself?  Files of SQL in the graph: schema, views, routines, scripts, triggers, cascades.

Everything that touches a table comes through `weave`, be it a file of SQL, a string in the code or the ORM: there
names become the schema's tables, views their base tables, and writes get the triggers and cascades that they set off.
"""
