"""Tests of what a project settles by hand."""
