"""Which names does `simple_history` offer?"""


def register(model, app=None, manager_name="history", records_class=None, table_name=None, **records_config):
    from simple_history.models import HistoricalRecords

    made = records_class or HistoricalRecords
    records = made(table_name=table_name, app=app) if isinstance(app, str) else made(table_name=table_name)
    if isinstance(manager_name, str):
        records.contribute_to_class(model, manager_name)
