"""Pages from the web, requested politely and with limits.

Nothing sent says who asks: no cookies, no credentials, no referrer. Only http and https are fetched, and nothing in
an answer is trusted: not its size, not its speed, not its redirects. aiohttp is loaded with the first request.
"""
