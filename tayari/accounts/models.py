"""Persons: guests, who need no account, and members, who have one."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q

from tayari.base import clock
from tayari.base.ids import new_id


class PersonManager(BaseUserManager["Person"]):
    """Makes members; guests are made by `accounts.actions.guests`."""

    def create_user(self, username: str, email: str = "", password: str | None = None, **extra: object) -> "Person":
        person = self.model(username=username, email=self.normalize_email(email), kind=Person.Kind.MEMBER, **extra)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(
        self, username: str, email: str = "", password: str | None = None, **extra: object
    ) -> "Person":
        return self.create_user(username, email, password, is_staff=True, is_superuser=True, **extra)


class Person(AbstractBaseUser, PermissionsMixin):
    """A guest or a member. Sittings and cards belong to a person; signing up attaches an account to it."""

    class Kind(models.TextChoices):
        GUEST = "guest", "guest"
        MEMBER = "member", "member"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.GUEST)
    username = models.CharField(max_length=64, unique=True, null=True, blank=True)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=clock.now)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["email"]

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="person_member_has_username",
                condition=Q(kind="guest", username__isnull=True) | Q(kind="member", username__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.name or self.username or "guest"

    @property
    def is_guest(self) -> bool:
        return self.kind == self.Kind.GUEST

    @property
    def first_name(self) -> str:
        """What Wagtail's admin greets a person with."""
        return self.name or self.username or ""

    def get_full_name(self) -> str:
        return self.name or self.username or "guest"

    def get_short_name(self) -> str:
        return self.get_full_name()


class DeviceCode(models.Model):
    """Lets its person go on in another browser: used once, within minutes. Only the code's digest is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="device_codes")
    digest = models.CharField(max_length=64, unique=True)
    path = models.CharField(max_length=200, blank=True, help_text="The page to go on with.")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.person} until {self.expires_at:%H:%M:%S}"
