"""Requests that are answered on the event loop without Django's stack: reading, limits and answers, in no app's words.

An app makes a `running.Lane` of these parts.
"""
