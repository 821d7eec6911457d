"""What do names mean?  One file a framework: what its calls do, what its objects hold, where it calls in."""
