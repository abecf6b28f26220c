"""The laws of the house, kept by a machine."""

import re
import subprocess
import sys
import tomllib

from tests.conftest import ROOT

LIMIT = 300


def test_no_file_over_300_lines():
    long = {
        str(path.relative_to(ROOT)): lines
        for folder in ("dateline", "bench", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LIMIT
    }
    assert not long, f"split by story: {long}"


def test_no_drawers_without_a_name():
    forbidden = {"utils.py", "helpers.py", "common.py", "base.py", "manager.py", "misc.py"}
    assert not [path for path in (ROOT / "dateline").rglob("*.py") if path.name in forbidden]


def test_the_import_contracts_hold():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_core_needs_no_extras():
    """Every module of the package imports with nothing but what pyproject.toml names as dependencies."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [re.split(r"[^\w-]", name)[0] for name in settings["optional-dependencies"]["dev"]]
    extras.remove("dateline")  # its own other extras
    modules = sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "dateline").rglob("*.py")
        if path.name != "__init__.py"
    )
    blocked = [name.replace("-", "_").replace("import_linter", "importlinter") for name in extras]
    code = (
        "import sys, importlib\n"
        "class Absent:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name in {blocked!r}: raise ModuleNotFoundError(f'No module named {{name}}', name=name)\n"
        "sys.meta_path.insert(0, Absent())\n"
        f"for name in {modules!r}: importlib.import_module(name)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_warnings_stay_errors():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["pytest"]["ini_options"]["filterwarnings"] == ["error"]
    assert settings["tool"]["mypy"]["strict"] is True


def test_reading_opens_no_socket_and_asks_no_clock(sample, monkeypatch):
    import socket
    import time

    import dateline

    def refuse(*_arguments, **_named):
        raise AssertionError("reading must not reach outside")

    dateline.read(sample)  # word lists and gazetteer are loaded
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(time, "time", refuse)
    assert dateline.read(sample, published="2023-09-20").countable
