"""Failures on the way to a page, described in a few words."""

from __future__ import annotations

import errno
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import aiohttp

from warticker.errors import BusyError, SourceError

LONGEST_WAIT = 24 * 3600.0
"""The most seconds that a server can ask to be left alone for; one that asks for years is asked again the next day."""

_ERRNO = {
    errno.ECONNREFUSED: "connection refused",
    errno.EHOSTUNREACH: "the host cannot be reached",
    errno.ENETUNREACH: "the network cannot be reached",
    errno.ETIMEDOUT: "the connection timed out",
}
_BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})


def reason(error: aiohttp.ClientError, host: str) -> str:
    """Why an exchange with a server failed."""
    match error:
        case aiohttp.ClientConnectorDNSError():
            return f"cannot resolve the name {host}"
        case aiohttp.ClientConnectorCertificateError():
            problem = getattr(error.certificate_error, "verify_message", "") or "not valid"
            return f"the TLS certificate of {host} is not trusted: {problem}"
        case aiohttp.ClientSSLError() | ssl.SSLError():
            return f"cannot establish a TLS connection to {host}"
        case aiohttp.ConnectionTimeoutError():
            return f"the connection to {host} timed out"
        case aiohttp.SocketTimeoutError():
            return f"{host} stopped responding"
        case aiohttp.ClientConnectorError(os_error=OSError(errno=int(number))) if number in _ERRNO:
            return _ERRNO[number]
        case aiohttp.ClientConnectorError():
            return f"cannot connect to {host}"
        case aiohttp.InvalidURL():
            return "not a valid address"
        case aiohttp.ClientResponseError():
            return f"{host} sent an invalid HTTP response"
        case _:
            return "the response was cut off"


def of_status(status: int, retry_after: str, name: str, now: datetime) -> SourceError:
    """The error for an answer without a page; `retry_after` is its Retry-After header, empty without one."""
    try:
        words = f"the server returned {status} ({HTTPStatus(status).phrase})"
    except ValueError:
        words = f"the server returned {status}"
    wait = seconds_to_wait(retry_after, now)
    if status in _BUSY or wait:
        return BusyError(name, words, wait)
    return SourceError(name, words)


def seconds_to_wait(retry_after: str, now: datetime) -> float:
    """The seconds in a Retry-After header, given in digits or as a date; 0 without any.

    RFC 9110, 10.2.3.
    """
    value = retry_after.strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:9]), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return 0.0
    # A date without a zone is in UTC, as all HTTP dates.
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - now).total_seconds()), LONGEST_WAIT)
