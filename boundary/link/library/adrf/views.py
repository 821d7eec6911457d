"""What are the views of adrf?  Those of the framework."""

from rest_framework.views import APIView
