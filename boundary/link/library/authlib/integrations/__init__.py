"""Which frameworks does Authlib work with?"""
