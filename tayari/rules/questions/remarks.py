"""A remark on a question or a paper: advice with the rule's name, the place and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """`about` names the question (and for a paper the other one too); `language` is empty when it is about both."""

    rule: str
    about: str
    message: str
    language: str = ""
