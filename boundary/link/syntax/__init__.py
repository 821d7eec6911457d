"""What stands in the code?  Nodes, names and blocks, before anything is known of what they mean."""
