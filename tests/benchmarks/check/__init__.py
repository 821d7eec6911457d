"""Which tool sees which planted violation?"""
