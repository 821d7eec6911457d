"""Where do the processor's instructions go in the compiled linker?  Counted, so that no other process blurs them."""
