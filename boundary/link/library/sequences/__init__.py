"""What gives the next number of a sequence without gaps?  A row that is inserted or updated."""


def get_last_value(sequence_name="default", *, using=None):
    from sequences.models import Sequence

    return Sequence.objects.filter(name=sequence_name).first()


def get_next_value(sequence_name="default", initial_value=1, reset_value=None, *, nowait=False, using=None):
    from sequences.models import Sequence

    if nowait or reset_value is not None:
        Sequence.objects.update_or_create(name=sequence_name)
    else:
        Sequence.objects.bulk_create([Sequence(name=sequence_name)], update_conflicts=True)
    return __unknown__


def get_next_values(batch_size, sequence_name="default", initial_value=1, *, nowait=False, using=None):
    get_next_value(sequence_name)
    return __unknown__


def delete(sequence_name="default", *, using=None):
    from sequences.models import Sequence

    Sequence.objects.filter(name=sequence_name).delete()


class Sequence:
    def __init__(self, sequence_name="default", initial_value=1, reset_value=None, *, using=None):
        self.sequence_name = sequence_name

    def get_last_value(self):
        return get_last_value(self.sequence_name)

    def get_next_value(self, *, nowait=False):
        return get_next_value(self.sequence_name)

    def get_next_values(self, batch_size, *, nowait=False):
        return get_next_values(batch_size, self.sequence_name)

    def delete(self):
        delete(self.sequence_name)

    def __iter__(self):
        return self

    def __next__(self):
        return self.get_next_value()
