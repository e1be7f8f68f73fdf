"""E-mail over SMTP: encrypted where the server offers it, and never a password in the clear over a network."""

import smtplib
import ssl
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from urllib.parse import SplitResult, unquote, urlsplit

SECONDS = 10.0
_HERE = ("localhost", "127.0.0.1", "::1")


def send_mail(server: str, sender: str, to: Sequence[str], subject: str, text: str) -> str:
    """Send a text; blank when the server took it for everybody, else what went wrong, without the password.

    `server` is smtp://user:password@host:587 (encrypted when offered) or smtps://host (encrypted from the start).
    """
    where = urlsplit(server)
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, sender, ", ".join(to)
    message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain="citations.invalid")
    message.set_content(text)
    try:
        with _connect(where) as smtp:
            refused = _log_in(smtp, where)
            left = {} if refused else smtp.send_message(message, sender, list(to))
    except (smtplib.SMTPException, OSError) as error:
        return f"the mail server did not take it: {type(error).__name__}"
    return refused or (f"the mail server refused {', '.join(sorted(left))}" if left else "")


def _connect(where: SplitResult) -> smtplib.SMTP:
    host = where.hostname or ""
    if where.scheme == "smtps":
        return smtplib.SMTP_SSL(host, where.port or 465, timeout=SECONDS, context=ssl.create_default_context())
    smtp = smtplib.SMTP(host, where.port or 587, timeout=SECONDS)
    smtp.ehlo()
    if smtp.has_extn("starttls"):
        smtp.starttls(context=ssl.create_default_context())
        smtp.ehlo()
    return smtp


def _log_in(smtp: smtplib.SMTP, where: SplitResult) -> str:
    """Log in when a user is named; else why not, blank when all is well."""
    if not where.username:
        return ""
    is_safe = isinstance(smtp.sock, ssl.SSLSocket) or where.hostname in _HERE
    if not is_safe:
        return "the mail server offers no encryption, and a password is not sent in the clear"
    smtp.login(unquote(where.username), unquote(where.password or ""))
    return ""
