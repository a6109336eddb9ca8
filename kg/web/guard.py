"""What stands before every page: who may ask, and what a browser may do with the answer."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        *("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:"),
        *("connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"),
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
OPEN_TO_OTHERS = ("/sparql", "/.well-known/void", "/entity/", "/claim/", "/source/", "/query/")


class Guarded:
    """Refuses foreign host names, which stops pages elsewhere from reading by a name of their own
    that leads here, and sets the headers; lets pages of other origins read where that is wanted."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None, cors: str | None) -> None:
        self.app, self.hosts, self.cors = app, hosts, cors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        allowed = self._origin(scope["path"], headers.get("origin"))

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    answer.setdefault(name, value)
                if allowed:
                    answer["Access-Control-Allow-Origin"] = allowed
                    answer["Access-Control-Expose-Headers"] = "X-Truncated"
                    answer.add_vary_header("Origin")
            await send(message)

        refusal = self._refusal(scope, headers, allowed)
        await (refusal or self.app)(scope, receive, guarded)

    def _refusal(self, scope: Scope, headers: Headers, allowed: str | None) -> Response | None:
        host = urlsplit(f"//{headers.get('host', '')}").hostname
        if self.hosts is not None and host not in self.hosts:
            return PlainTextResponse(
                "This server answers on this machine only; open it by localhost or 127.0.0.1.\n",
                421,
            )
        if scope["method"] == "OPTIONS":
            permitted = {
                "Allow": "GET, HEAD, POST, OPTIONS",
                "Access-Control-Allow-Methods": "GET, HEAD, POST",
                "Access-Control-Allow-Headers": "Accept, Content-Type",
                "Access-Control-Max-Age": "600",
            }
            return Response(status_code=204, headers=permitted if allowed else {})
        return None

    def _origin(self, path: str, origin: str | None) -> str | None:
        """Whom the answer may be read by: pages of this machine and those that were named."""
        if origin is None or not path.startswith(OPEN_TO_OTHERS):
            return None
        if self.cors == "*":
            return "*"
        try:
            host = urlsplit(origin).hostname
        except ValueError:
            return None
        return origin if origin == self.cors or host in LOOPBACK else None
