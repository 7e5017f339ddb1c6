"""Export: a site written out and loaded again is the same site."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tayari.articles.models import ArticlePage
from tayari.articles.packing import bodies
from tayari.base import packfiles
from tayari.base.packing import Findings
from tayari.base.problems import Unusable
from tayari.demo.setup import PACK
from tayari.media.models import Picture
from tayari.packs import actions
from tayari.syllabus.actions import topics

from .support import Load, errors, rows


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_loading_an_export_changes_nothing(pack: Path, load: Load, tmp_path: Path, now: datetime) -> None:
    load(pack)
    before = rows()

    counts = actions.export(tmp_path / "out", now=now, name="small")
    report = load(tmp_path / "out")

    assert counts == {kind: counts["same"] for kind, counts in report.counts.items()}
    assert (errors(report), report.conflicts, report.left) == ([], [], [])
    after = rows()
    # The files of an export are named anew; nothing else may differ.
    for row in (*before["packs.LoadedItem"], *after["packs.LoadedItem"]):
        row.pop("file"), row.pop("at")
    assert after == before


def test_an_export_of_an_export_is_the_same_to_the_byte(pack: Path, load: Load, tmp_path: Path, now: datetime) -> None:
    load(pack)
    actions.export(tmp_path / "one", now=now)
    load(tmp_path / "one", theirs=True)

    actions.export(tmp_path / "two", now=now)

    assert _files(tmp_path / "one") == _files(tmp_path / "two")


def test_the_export_is_a_pack_that_reads_like_the_first(pack: Path, load: Load, tmp_path: Path, now: datetime) -> None:
    load(pack)
    actions.export(tmp_path / "out", now=now)

    assert (tmp_path / "out/pictures/tables.hi.svg").read_bytes() == (pack / "pictures/tables.hi.svg").read_bytes()
    assert "f.seats\tnew-delhi\tseats\t1200 seats\t2018\t2019-06\tyear\tverified\ts.official\t" in (
        tmp_path / "out/facts/facts.tsv"
    ).read_text(encoding="utf-8")
    written = (tmp_path / "out/articles/first-2-plus-2.en.md").read_text(encoding="utf-8")
    assert "```timeline\ntitle: The days\nfacts:\n- f.on\n- f.in\n```" in written


def test_two_texts_that_an_editor_wrote_are_exported_as_one(
    pack: Path, load: Load, tmp_path: Path, now: datetime
) -> None:
    load(pack)
    page = ArticlePage.objects.get(ref="a.capital")
    page.body[0].value["content"].append(("text", "## A heading\r\nAnd more."))
    page.save_revision().publish()

    actions.export(tmp_path / "out", now=now)

    report = load(tmp_path / "out", theirs=True)
    assert (errors(report), report.conflicts) == ([], [])
    assert report.counts["article"] == {"same": 3}


def test_two_pictures_of_one_file_name_do_not_overwrite_each_other(
    pack: Path, load: Load, tmp_path: Path, now: datetime
) -> None:
    load(pack)
    Picture.objects.filter(ref="two-tables-hi").update(original_name="tables.svg")

    actions.export(tmp_path / "out", now=now)

    assert {path.name for path in (tmp_path / "out/pictures").glob("*.svg")} == {"tables.svg", "two-tables-hi.svg"}
    assert load(tmp_path / "out").counts["picture"] == {"same": 1}


def test_a_folder_with_something_in_it_is_not_written_to(site: None, tmp_path: Path, now: datetime) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(Unusable, match="is not empty; give a new or empty folder"):
        actions.export(tmp_path, now=now)


def test_the_demo_pack_loads_and_its_export_changes_nothing(
    db: None, tmp_path: Path, now: datetime, settings: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    topics.load(now=now)
    first = actions.load(PACK, by=None, now=now)
    assert errors(first) == []

    again = actions.load(PACK, by=None, now=now)
    actions.export(tmp_path / "out", now=now)
    report = actions.load(tmp_path / "out", by=None, now=now)

    assert {what for counts in again.counts.values() for what in counts} == {"same"}
    assert {what for counts in report.counts.values() for what in counts} == {"same"}
    assert (report.conflicts, report.left) == ([], [])


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=60)
_LINES = st.lists(_WORDS, max_size=4).map("\n".join)


@given(
    value=st.recursive(_LINES | st.integers() | st.booleans() | st.none(), lambda inner: st.lists(inner, max_size=3))
)
def test_yaml_that_is_written_is_read_back(value: Any) -> None:
    rows, problem = packfiles.parse_mapping(packfiles.dump_yaml({"key": value}).split("\n"))

    assert problem is None
    assert rows == packfiles._normal({"key": value})


@given(cells=st.lists(_LINES, min_size=3, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_tsv_row_that_is_written_is_read_back(cells: list[str], tmp_path: Path) -> None:
    row = dict(zip(("a", "b", "c"), cells, strict=True))
    shutil.rmtree(tmp_path / "x", ignore_errors=True)
    packfiles.write_tsv(tmp_path / "x" / "t.tsv", ("a", "b", "c"), [row])

    read = packfiles.read_tsv(tmp_path, "x/*.tsv", ("a", "b", "c"), findings := Findings())

    assert findings.found == []
    wanted = {name: packfiles.cell(packfiles.nfc(text)) for name, text in row.items()}
    assert [one.data for one in read] == ([wanted] if any(wanted.values()) else [])


_PLAIN = _LINES.map(lambda text: text.replace("`", "").replace("#", "").strip()).filter(bool)
_BLOCK = st.one_of(
    _PLAIN.map(lambda text: {"type": "text", "text": text}),
    st.just({"type": "picture", "ref": "two-tables"}),
    st.just({"type": "timeline", "title": "The days", "about": "", "facts": ["f.on", "f.in"]}),
    st.just({"type": "timeline", "title": "All of it", "about": "d-1", "facts": []}),
    _PLAIN.map(lambda text: {"type": "position", "by": "MEA", "source": "", "text": text}),
)


@given(content=st.lists(_BLOCK, max_size=5))
def test_a_body_that_is_written_is_parsed_back(content: list[dict[str, Any]]) -> None:
    parts = bodies.canonical([{"part": "background", "title": "Why", "content": content}])

    assert bodies.canonical(bodies.parse(packfiles.nfc(bodies.write(parts)))) == packfiles._normal(parts)


def test_the_time_of_an_export_is_told(site: None, tmp_path: Path) -> None:
    actions.export(tmp_path / "out", now=datetime(2026, 11, 23, tzinfo=UTC))

    assert "exported: '2026-11-23'" in (tmp_path / "out/pack.yaml").read_text(encoding="utf-8")
