"""Which names does `simple_history` offer?"""


def register(model, app=None, manager_name="history", records_class=None, table_name=None, **records_config):
    from simple_history.models import HistoricalRecords

    records = (records_class or HistoricalRecords)(table_name=table_name)
    records.contribute_to_class(model, manager_name)
