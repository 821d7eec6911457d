"""Clusters beside other packages."""
