"""What do the decorators of adrf make of a function?  What those of the framework do."""

from rest_framework.decorators import action, api_view
