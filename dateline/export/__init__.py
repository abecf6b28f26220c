"""Records to what people and programs read. One file per format."""
