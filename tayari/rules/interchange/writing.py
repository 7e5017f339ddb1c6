"""What a writer makes of questions, and what its format cannot carry."""

from dataclasses import dataclass

from tayari.rules.interchange.reading import Finding


@dataclass(frozen=True, slots=True)
class Written:
    """A whole file. `lost` says, before anything is kept, what the format drops; `count` questions are in it."""

    data: bytes
    count: int
    lost: tuple[Finding, ...] = ()
