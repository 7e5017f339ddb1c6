"""How django-allauth makes and mails our persons."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext

from tayari.accounts.models import Person


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Who signs up is a member; and where no mail server is set, the page says where the message went."""

    def new_user(self, request: HttpRequest) -> Person:
        return Person(kind=Person.Kind.MEMBER, joined_at=request.now)  # type: ignore[attr-defined]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        super().send_mail(template_prefix, email, context)
        if not settings.SITE.mail_host and self.request is not None:
            messages.warning(
                self.request,
                gettext("This site has no mail server yet: the message was printed on the server's console."),
            )
