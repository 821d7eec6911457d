"""From which calls that look like writes does the analysis reach none?"""
