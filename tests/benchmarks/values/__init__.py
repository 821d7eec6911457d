"""What did the analysis hold an expression to be?"""
