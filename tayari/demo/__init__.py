"""The demo pack and how it is set up."""
