"""Which of Tryton's tools hand rows on?"""


def grouped_slice(records, count=None):
    yield records
