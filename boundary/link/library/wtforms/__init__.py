"""What does a form call and change?  Validators by their names, and the object that it fills."""

from wtforms.form import BaseForm, Form
