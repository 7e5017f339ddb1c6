"""What the screens of the site show, as frozen dataclasses."""
