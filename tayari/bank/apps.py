"""Registers the bank app, and what follows when Wagtail publishes, reviews or a fact changes."""

from django.apps import AppConfig


class BankConfig(AppConfig):
    name = "tayari.bank"
    label = "bank"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail import signals
        from wagtail.models import WorkflowState

        from tayari.bank import following, linting
        from tayari.bank.actions import binding, consequences
        from tayari.facts import hooks
        from tayari.facts.linting import published

        question, step = self.get_model("Question"), "bank."
        signals.published.connect(following.published, sender=question, dispatch_uid=f"{step}published")
        signals.unpublished.connect(following.unpublished, sender=question, dispatch_uid=f"{step}unpublished")
        signals.task_submitted.connect(following.submitted, dispatch_uid=f"{step}submitted")
        for ended in (signals.workflow_rejected, signals.workflow_cancelled):
            ended.connect(following.sent_back, sender=WorkflowState, dispatch_uid=f"{step}sent-back")
        hooks.follow("bank", following.fact_changed)
        hooks.register(binding.HOLDER, consequences.HOLDER)
        published.register("questions", linting.published)
