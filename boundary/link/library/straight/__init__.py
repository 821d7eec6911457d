"""What does straight.plugin bring?  Its package `plugin`."""
