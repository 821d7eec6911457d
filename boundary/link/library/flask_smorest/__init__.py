from flask import Blueprint as FlaskBlueprint


class Blueprint(FlaskBlueprint):
    def arguments(self, *args, **kwargs):
        return lambda function: function

    response = doc = paginate = alt_response = arguments


class Api:
    pass
