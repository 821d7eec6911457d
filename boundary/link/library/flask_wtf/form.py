from wtforms.form import Form as BaseForm


class FlaskForm(BaseForm):
    def is_submitted(self):
        return __unknown__

    def validate_on_submit(self, extra_validators=None):
        return self.validate(extra_validators)


Form = FlaskForm
