from flask_wtf.form import FlaskForm, Form
