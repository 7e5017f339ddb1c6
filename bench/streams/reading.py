"""Many readers in one thread: sockets and epoll, nothing decoded, one clock for both ends."""

import re
import select
import socket
import time

_END = b'x"}\n\n'
_AT = re.compile(rb'"at": (\d+)')


class Readers:
    """`many` open streams of the server at `port`, which answers with `opening` before any post."""

    def __init__(self, port: int, path: str, opening: bytes) -> None:
        self.port, self.path, self.opening = port, path, opening
        self.poll = select.epoll()
        self.sockets: dict[int, socket.socket] = {}

    def connect(self, many: int, last: str = "") -> float:
        """Open so many and wait until each was answered; gives the seconds. At most 500 are under way at once."""
        header = f"Last-Event-ID: {last}\r\n" if last else ""
        head = f"GET {self.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n"
        request = f"{head}{header}\r\n".encode()
        begun, opened, answered = time.monotonic(), 0, 0
        fresh: set[int] = set()
        while answered < many:
            while opened < many and len(fresh) < 500:
                one = socket.create_connection(("127.0.0.1", self.port), timeout=10)
                one.sendall(request)
                one.setblocking(False)
                self.sockets[one.fileno()] = one
                self.poll.register(one.fileno(), select.EPOLLIN)
                fresh.add(one.fileno())
                opened += 1
            for number, _ in self.poll.poll(10, 1024):
                if self.opening in self.sockets[number].recv(65536) and number in fresh:
                    fresh.remove(number)
                    answered += 1
        return time.monotonic() - begun

    def alone(self) -> float:
        """Milliseconds to read what has been lying there for everybody: what this side of the measurement costs."""
        begun, rest = time.monotonic(), set(self.sockets)
        while rest:
            for number, _ in self.poll.poll(1, 4096):
                if _END in self.sockets[number].recv(65536):
                    rest.discard(number)
        return (time.monotonic() - begun) * 1000

    def until_last(self, patience: float = 20) -> tuple[float, float]:
        """Milliseconds from the moment in a post until half of the readers and until the last have all of it."""
        rest = {number: b"" for number in self.sockets}
        half, moment, until = 0, 0, time.monotonic() + patience
        while rest:
            if time.monotonic() > until:
                raise TimeoutError(f"{len(rest)} of {len(self.sockets)} readers did not get the post")
            for number, _ in self.poll.poll(1, 4096):
                told = self.sockets[number].recv(65536)
                if number not in rest:
                    continue  # a heartbeat
                rest[number] += told
                if not moment and (found := _AT.search(rest[number])):
                    moment = int(found[1])
                if _END in rest[number]:
                    del rest[number]
                    if not half and len(rest) * 2 <= len(self.sockets):
                        half = time.monotonic_ns()
        return (half - moment) / 1e6, (time.monotonic_ns() - moment) / 1e6

    def close(self) -> None:
        for one in self.sockets.values():
            self.poll.unregister(one.fileno())
            one.close()
        self.sockets.clear()
