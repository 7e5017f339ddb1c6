"""What the press may keep, and which tables no public page reads."""

ROUTES = frozenset(
    {
        "wagtail_serve",
        "topics",
        "topic",
        "day",
        "entity",
        "dossiers",
        "dossier",
        "dossier-data",
        "dossier-sheet",
        "corrections",
        "mocks",
        "mock",
        "article-feed",
        "correction-feed",
        "coverage-feed",
        "sitemap",
        "robots",
    }
)
"""Names of addresses whose pages are the same for everybody. Each says to the press how long what it shows holds."""

QUESTIONS = frozenset({"topic", "page"})
"""What may stand after the `?` of a pressed page; with anything else Django answers."""

NEVER = frozenset(
    {
        # persons and what they do
        "accounts_devicecode",
        "accounts_person",
        "accounts_person_groups",
        "accounts_person_user_permissions",
        "account_emailaddress",
        "account_emailconfirmation",
        "django_session",
        "live_draft",
        "mocks_accommodation",
        "mocks_extension",
        "mocks_objection",
        "mocks_rescoredsitting",
        "mocks_sitting",
        "mocks_sittingevent",
        # what changes all the time and shows nowhere
        "articles_readcount",
        "articles_report",
        "audit_entry",
        "base_downtime",
        "base_jobrun",
        "delivery_change",
        "django_tasks_database_dbtaskresult",
        "discovery_index",
        "discovery_searchdocument",
        "facts_lintfinding",
        "facts_lintrun",
        "packs_loadeditem",
        "bank_savedsearch",
        "wagtailadmin_editingsession",
        "wagtailadmin_formstate",
        "wagtailcore_apitoken",
        "wagtailcore_comment",
        "wagtailcore_commentreply",
        "wagtailcore_modellogentry",
        "wagtailcore_pagelogentry",
        "wagtailcore_pagesubscription",
        "wagtailcore_referenceindex",
        "wagtailcore_revision",
        "wagtailsearch_indexentry",
        "wagtailsearch_indexentry_fts",
        "wagtailusers_userprofile",
    }
)
"""Tables whose changes refresh no page. A page that reads one of them is not kept, unless it says that what it reads is
settled."""

ALWAYS = frozenset({"wagtailcore_locale", "wagtailcore_page", "wagtailcore_site"})
"""Tables on which every page rests: addresses are made from them, and kept in memory between requests."""

UNSEEN_COLUMNS = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision_created_at",
        "latest_revision_id",
        "locked",
        "locked_at",
        "locked_by_id",
    }
)
"""Columns of public rows that no public page shows: saving a draft writes them and refreshes nothing."""
