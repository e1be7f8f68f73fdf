"""Telling people what changed after an audit: a webhook, a Slack-compatible webhook, e-mail."""

from citations.notify.message import notification_schema
from citations.notify.send import Sent, notify, receivers

__all__ = ["Sent", "notification_schema", "notify", "receivers"]
