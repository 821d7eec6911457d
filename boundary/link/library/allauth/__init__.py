"""What do accounts and the accounts of other sites keep? See the packages below."""
