"""Which names does `dynamic_rest` offer? Its modules are imported by themselves."""
