"""Pure words, quantities and dates: standard library only, no clock, no input or output."""
