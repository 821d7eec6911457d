"""Django REST framework: serializers, views, their actions."""
