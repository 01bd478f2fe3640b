"""A web server on loopback that answers as a test wants, and remembers what it was asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.test_utils import TestServer

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Pages by their paths; what is not there is a 404."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[web.Request] = []
        self.sent: list[int] = []
        """The status of each answer that was given whole."""
        self.at_once = 0
        self.most_at_once = 0
        self._server = TestServer(self._app())

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        return app

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            page = self.pages.get(request.path)
            answer = await page(request) if page else web.Response(status=404)
        finally:
            self.at_once -= 1
        self.sent.append(answer.status)
        return answer

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self._server.port}{path}"

    def show(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> None:
        """Answer with a body from now on."""
        data = body.encode() if isinstance(body, str) else body
        told = {name.replace("_", "-"): value for name, value in headers.items()}

        async def page(request: web.Request) -> web.StreamResponse:
            return web.Response(body=data, status=status, headers={"Content-Type": "text/plain; charset=utf-8"} | told)

        self.pages[path] = page

    def stream(self, path: str, pieces: Callable[[], AsyncIterator[bytes]], **headers: str) -> None:
        """Answer with pieces as they come, from now on."""

        async def page(request: web.Request) -> web.StreamResponse:
            answer = web.StreamResponse(headers={name.replace("_", "-"): value for name, value in headers.items()})
            await answer.prepare(request)
            async for piece in pieces():
                await answer.write(piece)
            return answer

        self.pages[path] = page

    def break_off(self, path: str, begun: bytes) -> None:
        """Promise more than comes: the connection is reset in the middle of the body."""

        async def page(request: web.Request) -> web.StreamResponse:
            answer = web.StreamResponse(headers={"Content-Length": str(len(begun) + 1000)})
            await answer.prepare(request)
            await answer.write(begun)
            assert request.transport is not None
            request.transport.abort()
            return answer

        self.pages[path] = page

    def hang(self, path: str) -> None:
        """Say nothing until whoever asks has gone."""

        async def page(request: web.Request) -> web.StreamResponse:
            while request.transport is not None and not request.transport.is_closing():
                await asyncio.sleep(0.005)
            return web.Response()

        self.pages[path] = page


@asynccontextmanager
async def serving() -> AsyncIterator[Server]:
    server = Server()
    await server._server.start_server()
    try:
        yield server
    finally:
        await server._server.close()
