"""Django REST framework, as far as it calls back into applications."""
