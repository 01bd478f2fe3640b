"""Pages from the web, asked for politely and with limits.

Nothing is sent that tells who asks: no cookies, no credentials, no referrer. Nothing is fetched that is not http or
https, and nothing that comes is trusted: not its size, not its speed, not where it points. aiohttp is loaded when the
first page is asked for.
"""
