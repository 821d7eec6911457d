"""A log of requests, as drf-tracking and drf-api-tracking keep it."""
