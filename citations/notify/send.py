"""Sending what changed to whoever is to know: each receiver by itself, so that one that is down stops no other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from citations.findings import settle
from citations.notify.mail import send_mail
from citations.notify.message import Message, message
from citations.notify.webhook import post, slack_body
from citations.settings import Settings
from citations.store import Store

Send = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a notification to one receiver; `trouble` is blank when it was taken."""

    receiver: str
    trouble: str = ""


def notify(store: Store, audit: int, now: Settings, *, again: bool = False) -> tuple[Sent, ...]:
    """Tell every receiver of the settings what changed in `audit`; nothing is sent when nothing did.

    They are told once, whoever ends the audit; `again` tells them anyway. A receiver that is down raises nothing.
    """
    named = receivers(now)
    if not named:
        return ()
    settle(store)
    told = message(store, audit, now.notify_on)
    if told is None or not (store.history.may_tell(audit) or again):
        return ()
    return tuple(Sent(name, send(told)) for name, send in named.items())


def receivers(now: Settings) -> Mapping[str, Send]:
    """Receiver -> how to send to it, of those that the settings name."""
    found: dict[str, Send] = {}
    if webhook := now.notify_webhook.get_secret_value():
        found["webhook"] = lambda told: post(webhook, told.data)
    if slack := now.notify_slack.get_secret_value():
        found["chat"] = lambda told: post(slack, slack_body(told.text))
    if now.notify_mail:
        found["e-mail"] = lambda told: _mail(told, now)
    return found


def _mail(told: Message, now: Settings) -> str:
    server = now.smtp.get_secret_value()
    if not server:
        return "no mail server is set: CITATIONS_SMTP=smtp://host:587"
    return send_mail(server, now.notify_from or now.notify_mail[0], now.notify_mail, told.subject, told.text)
