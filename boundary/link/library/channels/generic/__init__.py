"""Consumers of sockets and of requests."""
