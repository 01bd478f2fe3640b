"""Plays live tickers on loopback, to follow them by hand: python tests/benchmarks/ticker_server.py [--every SECONDS].

It prints what it serves and, as it happens, what an outlet does to its page: a new report, a correction, a report
taken back. Beside them are pages that nobody wishes to meet: silent, broken off, endless, packed small, busy, in
circles, leading to a file. Then, in another terminal:

    warticker add http://127.0.0.1:8765/ntv http://127.0.0.1:8765/zdf --follow --every 30s && warticker
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import sys
from datetime import datetime
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[2]))

from aiohttp import web
from tests.unit.library.live_ticker import LiveTicker

BERLIN = ZoneInfo("Europe/Berlin")
OUTLETS = {"ntv": False, "zdf": True, "welt": False, "dlf": True}
"""Whose page is HTML, and whose is text."""
AT_FIRST = 12
"""Reports of a page when it is first asked for."""


def changed(ticker: LiveTicker, chance: Random) -> str:
    """Do to a page what an outlet does, and say what."""
    now = datetime.now(BERLIN)
    if now.date() != ticker.day:
        ticker.day, ticker.items = now.date(), []
    turn = chance.random()
    if turn < 0.7 or len(ticker.items) < 4:
        item = ticker.grow(f"{now:%H:%M}")
        return f"new       {item.clock} {item.headline}"
    item = ticker.items[chance.randrange(1, len(ticker.items) - 1)]
    if turn < 0.9:
        item.text += " Die Zahl wurde inzwischen berichtigt."
        return f"corrected {item.clock} {item.headline}"
    ticker.items.remove(item)
    return f"withdrawn {item.clock} {item.headline}"


async def play(tickers: dict[str, LiveTicker], every: float, chance: Random) -> None:
    """Change a page every so many seconds, and tell."""
    while True:
        await asyncio.sleep(every * (0.5 + chance.random()))
        name = chance.choice(list(tickers))
        print(f"{datetime.now():%H:%M:%S}  {name:5} {changed(tickers[name], chance)}", flush=True)


async def silent(_: web.Request) -> web.StreamResponse:
    await asyncio.sleep(3600)
    return web.Response()


async def broken(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Length": "100000"})
    await answer.prepare(request)
    await answer.write(b"+++ 12:00 Die Seite bricht ab +++")
    if request.transport:
        request.transport.abort()
    return answer


async def endless(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse()
    await answer.prepare(request)
    while True:
        await answer.write(b"+++ 12:00 Kein Ende +++\n" * 1000)


async def packed(_: web.Request) -> web.StreamResponse:
    return web.Response(body=gzip.compress(bytes(200_000_000)), headers={"Content-Encoding": "gzip"})


async def busy(_: web.Request) -> web.StreamResponse:
    return web.Response(status=429, headers={"Retry-After": "90"})


async def circle(_: web.Request) -> web.StreamResponse:
    raise web.HTTPFound("/circle")


async def to_a_file(_: web.Request) -> web.StreamResponse:
    return web.Response(status=302, headers={"Location": "file:///etc/passwd"})


BAD = {
    "silent": silent, "broken": broken, "endless": endless, "packed": packed, "busy": busy, "circle": circle,
    "file": to_a_file,
}  # fmt: skip


async def main(port: int, every: float, seed: int) -> None:
    """Serve until interrupted."""
    chance = Random(seed)
    now = datetime.now(BERLIN)
    tickers = {name: LiveTicker(html=html, day=now.date()) for name, html in OUTLETS.items()}
    app = web.Application()
    for name, ticker in tickers.items():
        for number in range(AT_FIRST):
            minutes = max(0, now.hour * 60 + now.minute - 7 * (AT_FIRST - number))
            ticker.grow(f"{minutes // 60:02}:{minutes % 60:02}")
        app.router.add_get(f"/{name}", ticker.answer)
    for name, answer in BAD.items():
        app.router.add_get(f"/{name}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    for name in tickers:
        print(f"http://127.0.0.1:{port}/{name}")
    # By another name: a host that is busy is left alone with all its pages.
    for name in BAD:
        print(f"http://localhost:{port}/{name}")
    try:
        await play(tickers, every, chance)
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--every", type=float, default=15.0, help="seconds between changes, about")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    try:
        asyncio.run(main(given.port, given.every, given.seed))
    except KeyboardInterrupt:
        sys.exit(130)
