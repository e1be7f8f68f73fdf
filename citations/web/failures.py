"""What went wrong on the way to a page, as a person would say it."""

import ssl

import httpx

from citations.models import Obstacle
from citations.web.guard import RefusedError
from citations.words import Reason

NO_PAGE = Obstacle(Reason.ERROR_PAGE, "the address is a file to download, or gives no page")
TOO_SLOW = Obstacle(Reason.TIMEOUT, "the site did not answer in time")
BROWSER_FAILURES = {  # what Playwright's message holds, first match counts
    "Download is starting": NO_PAGE,
    "ERR_ABORTED": NO_PAGE,
    "ERR_TIMED_OUT": TOO_SLOW,
    "ERR_CONNECTION_TIMED_OUT": TOO_SLOW,
    "ERR_NAME_NOT_RESOLVED": Obstacle(Reason.NETWORK, "the host could not be found"),
    "ERR_SOCKS_CONNECTION": Obstacle(Reason.NETWORK, "the host could not be reached"),
    "ERR_CONNECTION": Obstacle(Reason.NETWORK, "the connection failed"),
    "ERR_EMPTY_RESPONSE": Obstacle(Reason.NETWORK, "the site broke off its answer"),
    "ERR_CERT": Obstacle(Reason.NETWORK, "no secure connection: the certificate is not valid"),
    "ERR_SSL": Obstacle(Reason.NETWORK, "no secure connection"),
}


def browser_failure(message: str) -> Obstacle | None:
    """The obstacle behind an error message of the browser; None when it is the browser itself that failed."""
    known = next((obstacle for code, obstacle in BROWSER_FAILURES.items() if code in message), None)
    if known or "net::" not in message:
        return known
    return Obstacle(Reason.NETWORK, message.partition("net::")[2].split(" ")[0])


def in_words(error: Exception) -> str:
    """A network error as a person would say it."""
    chain: BaseException | None = error
    while chain is not None:
        if isinstance(chain, RefusedError):
            return str(chain)
        if isinstance(chain, ssl.SSLError):
            return f"no secure connection: {getattr(chain, 'verify_message', '') or chain.reason or chain}"
        if isinstance(chain, ConnectionRefusedError):
            return "the connection was refused"
        chain = chain.__cause__ or chain.__context__
    if isinstance(error, httpx.RemoteProtocolError | httpx.ReadError):
        return "the site broke off its answer"
    if isinstance(error, OSError):
        return f"the host could not be found ({error.strerror or error})"
    return f"the site could not be reached ({error or type(error).__name__})"
