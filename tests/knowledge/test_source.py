"""A bad entry in a knowledge file fails with file and line."""

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.source import Shape, load


class Herbs(Shape):
    names: tuple[str, ...]
    heights: dict[str, int]


def test_a_good_file_reads(tmp_path):
    path = tmp_path / "herbs.yaml"
    path.write_text("names: [no, on, off, 2021-11-07]\nheights: {mint: 40}\n")
    assert load(path, Herbs) == Herbs(names=("no", "on", "off", "2021-11-07"), heights={"mint": 40})


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("names: [mint]\nheights:\n  mint: 40\n  sage: tall\n", "herbs.yaml:4: heights.sage"),
        ("names: [mint]\nheights: {}\ncolours: [red]\n", "herbs.yaml:3: colours"),
        ("names:\n  - mint\n  - [sage]\nheights: {}\n", "herbs.yaml:3: names.1"),
        ("names: [mint\nheights: {}\n", "herbs.yaml:2: not valid YAML"),
        ("names: [mint]\n", "herbs.yaml:1: heights"),
    ],
)
def test_a_bad_entry_names_its_line(tmp_path, text, where):
    path = tmp_path / "herbs.yaml"
    path.write_text(text)
    with pytest.raises(KnowledgeError) as refused:
        load(path, Herbs)
    assert where in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(KnowledgeError, match="cannot be opened"):
        load(tmp_path / "none.yaml", Herbs)
