"""The press: public pages rendered once, kept as bytes, and served until something that they depend on changes.

What renders a page tells the press through these functions; all of them do nothing while nothing is pressed.
"""

from tayari.delivery.press.recording import each_read, part, pressing, refuse, settled, tomorrow, until

__all__ = ["each_read", "part", "pressing", "refuse", "settled", "tomorrow", "until"]
