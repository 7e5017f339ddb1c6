"""Group commit: what many callers want written at one moment goes into one transaction, by one thread a database.

`carrier` is the queue and its thread, `together` the transaction. Neither knows what is written.
"""
