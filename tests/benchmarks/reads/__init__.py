"""From which calls that look like queries does the analysis reach no table?"""
