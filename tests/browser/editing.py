"""An editor at work in the admin of a served site."""

import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Page

from tests.browser.served import Served


def sign_in(page: Page, site: Served) -> None:
    """As the demonstration's editor; a running site that names none is skipped."""
    if not site.passwords:
        pytest.skip("the running site names no editor")
    page.goto(f"{site.url}/accounts/login/?next=/admin/")
    page.locator("input[name=login]").fill("editor")
    page.locator("input[type=password]").fill(site.passwords["editor"])
    page.locator("main form button").first.click()
    page.wait_for_url("**/admin/")


_FORM = """SELECT page.id FROM wagtailcore_page AS page JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
WHERE page.url_path LIKE ? AND locale.language_code = 'en'"""


def form_of(site: Served, path: str) -> str:
    """The address of the form of the English page at `path`, such as `/articles/x/`."""
    with closing(sqlite3.connect(f"file:{site.folder / 'site.sqlite3'}?mode=ro", uri=True)) as database:
        row = database.execute(_FORM, (f"%{path}",)).fetchone()
    return f"{site.url}/admin/pages/{row[0]}/edit/"
