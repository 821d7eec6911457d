"""Where are the models of a database kept?"""
