"""What are the steps of a migration marked with?  Their modules are no part of the program."""


def iterative_migration(document_models=None, batch_size=10000):
    return lambda function: function


def free_fall_migration(document_models):
    return lambda function: function
