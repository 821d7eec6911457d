"""Which modules of asgiref hold something?  `local`."""
