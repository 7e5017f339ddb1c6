"""Finds the static files of the ui alone."""

from django.contrib.staticfiles.finders import AppDirectoriesFinder


class Ours(AppDirectoriesFinder):
    """The static files of tayari.ui."""

    def __init__(self, app_names: list[str] | None = None, *args: object, **kwargs: object) -> None:
        super().__init__(["tayari.ui"], *args, **kwargs)
