"""For analysts: a server until Ctrl-C."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from graph.stores.neo4j.local import RELEASES, LocalNeo4j, LocalNeo4jError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a server until Ctrl-C; the Bolt address goes to standard output."""
    parser = argparse.ArgumentParser(
        prog="python -m graph.stores.neo4j.local",
        description="Run a Neo4j on this machine, without Docker, until Ctrl-C.",
        epilog="The password, if it is to have one, is read from KG_PASSWORD.",
    )
    parser.add_argument("--home", type=Path, help="folder for its data (else a temporary one)")
    parser.add_argument("--http", action="store_true", help="HTTP and Neo4j Browser as well")
    parser.add_argument("--port", type=int, help="port for Bolt (else a free one)")
    parser.add_argument("--http-port", type=int, help="port for HTTP (else a free one)")
    parser.add_argument("--heap", default="512m", help="Java's heap (default: %(default)s)")
    parser.add_argument(
        "--release", choices=list(RELEASES), default="5.26", help="Neo4j's release (%(default)s)"
    )
    options = parser.parse_args(arguments)
    if options.http_port is not None and not options.http:
        parser.error("--http-port needs --http")
    logging.basicConfig(stream=sys.stderr, format="%(message)s")
    logging.getLogger("graph.stores.neo4j.local").setLevel(logging.INFO)
    # A service manager's or a shell's `kill` should end it as cleanly as Ctrl-C does.
    signal.signal(signal.SIGTERM, _interrupt)
    password = os.environ.get("KG_PASSWORD") or None
    try:
        with LocalNeo4j.start(
            options.home,
            http=options.http,
            heap=options.heap,
            password=password,
            port=options.port,
            http_port=options.http_port,
            release=RELEASES[options.release],
        ) as server:
            if server.http_url:
                print(f"Neo4j Browser: {server.http_url}/browser/", file=sys.stderr)
            print(f"Home: {server.home}", file=sys.stderr)
            if password is None:
                print("No password: anyone on this machine can read and write.", file=sys.stderr)
            print("Stop it with Ctrl-C.", file=sys.stderr)
            print(server.uri, flush=True)
            status = server.wait()
            print(f"Neo4j ended by itself (exit status {status}).", file=sys.stderr)
            return 1
    except KeyboardInterrupt:
        return 0
    except LocalNeo4jError as error:
        print(error, file=sys.stderr)
        return 1


def _interrupt(signal_number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
