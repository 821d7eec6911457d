"""When does a table ask for its rows? When it is cut into pages for a request."""


class RequestConfig:
    def __init__(self, request, paginate=True):
        self.request = request
        self.paginate = paginate

    def configure(self, table, data=None):
        if self.paginate is not False:
            len(table.data if data is None else data)
            list(table.data if data is None else data)
        return table
