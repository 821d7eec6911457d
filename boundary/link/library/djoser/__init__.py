"""Accounts over REST: serializers and views of users."""
