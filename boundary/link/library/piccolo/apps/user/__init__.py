"""Which of its own tables does Piccolo bring?"""
