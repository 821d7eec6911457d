"""Which tables does it keep?"""
