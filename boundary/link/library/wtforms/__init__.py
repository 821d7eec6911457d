"""What does a form call and change?  Validators, its fields' and those by their names, and the object that it fills."""

from wtforms.fields import *
from wtforms.form import BaseForm, Form
