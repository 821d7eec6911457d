"""What reads XML by events?  `sax`."""
