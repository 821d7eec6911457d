"""Zope: components, pages, interfaces, transactions."""
