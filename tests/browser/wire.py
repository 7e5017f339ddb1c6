"""What a first view costs: the bytes that came over the wire, as they were encoded."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page


@dataclass
class Received:
    """Encoded bytes by address, in the order of arrival."""

    bytes: dict[str, int] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)

    def answered(self, event: dict[str, Any]) -> None:
        self.addresses[event["requestId"]] = event["response"]["url"]

    def finished(self, event: dict[str, Any]) -> None:
        address = self.addresses.get(event["requestId"], "")
        if address.startswith("http"):
            self.bytes[address] = self.bytes.get(address, 0) + int(event["encodedDataLength"])

    @property
    def total(self) -> int:
        return sum(self.bytes.values())


def first_view(page: Page, url: str) -> Received:
    """Load `url` in `page`, whose cache is empty, without scrolling."""
    received = Received()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.responseReceived", received.answered)
    wire.on("Network.loadingFinished", received.finished)
    page.goto(url, wait_until="networkidle")
    return received
