"""nginx with the nchan module as one more side of `bench/run streams`: one worker, memory storage, EventSource."""

import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from bench.streams.serving import told
from bench.streams.side import Side, wait
from tests.factories.ports import free_port

MODULE = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")
_CONF = """
load_module {module};
daemon off; user root; worker_processes 1; worker_rlimit_nofile 65536; pid {folder}/pid;
events {{ worker_connections 32768; }}
http {{
  access_log off; nchan_shared_memory_size 256m;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{
    listen 127.0.0.1:{port} backlog=4096;
    location = /events {{ nchan_subscriber eventsource; nchan_channel_id posts; }}
    location = /publish {{ nchan_publisher; nchan_channel_id posts; nchan_message_buffer_length 100; }}
  }}
}}
"""


def is_here() -> bool:
    """Whether nginx and its module are installed (on Debian libnginx-mod-nchan)."""
    return bool(shutil.which("nginx")) and MODULE.exists()


@contextmanager
def served() -> Iterator[Side]:
    seqs = count(1)
    with tempfile.TemporaryDirectory(prefix="tayari-nchan-") as kept:
        folder, port = Path(kept), free_port()
        folder.chmod(0o755)
        (folder / "nginx.conf").write_text(_CONF.format(folder=folder, port=port, module=MODULE), encoding="utf-8")
        command = ["nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
        process = subprocess.Popen(command)  # noqa: S603 (our own words)

        def tell() -> None:
            asked = urllib.request.Request(f"http://127.0.0.1:{port}/publish", told(next(seqs)).encode())
            urllib.request.urlopen(asked).close()  # noqa: S310

        try:
            wait(port)
            time.sleep(0.3)  # the worker that answers may be a moment younger than the port
            workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
            yield Side(int(workers[0]), port, tell)
        finally:
            process.terminate()
            process.wait(10)
