"""Does the tool stand hostile input, faults and kills, and does it say what it did not see?"""
