"""A small case, a desk on it, and a browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

import dateline
from dateline.desk.app import create_app
from dateline.desk.context import Settings
from dateline.desk.gate import Limits
from dateline.desk.sessions import Person
from dateline.run import people
from dateline.run.case import Case

from . import casework

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--enable-unsafe-swiftshader", "--disable-background-networking", "--disable-component-update",
    "--disable-dev-shm-usage",
)  # fmt: skip
ANA = Person("ana", "lead")


@dataclass(frozen=True)
class Open:
    """An open desk: where it is, what it serves, the case behind it."""

    address: str
    app: FastAPI
    case: Case

    def link(self, person: Person = ANA) -> str:
        """A one-time link."""
        return f"{self.address}/open?token={self.app.state.desk.sessions.token(person)}"

    @contextmanager
    def client(self, person: Person = ANA) -> Iterator[httpx.Client]:
        """A signed-in client that is no browser; its forms carry the token."""
        with httpx.Client(base_url=self.address, follow_redirects=False, timeout=30) as client:
            client.get(self.link(person))
            client.headers["x-csrf"] = client.get("/api/session").json()["csrf"]
            yield client


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small case, read once."""
    folder = tmp_path_factory.mktemp("desk") / "case"
    casework.make(folder, casework.golden_reports()).close()
    return folder


@pytest.fixture
def copied(built: Path, tmp_path: Path) -> Path:
    """The folder of a copy of it."""
    return Path(shutil.copytree(built, tmp_path / "case"))


@pytest.fixture
def case(copied: Path) -> Iterator[Case]:
    """A copy of it that a test may decide on."""
    with dateline.open(copied) as held:
        yield held


@pytest.fixture
def desk(case: Case) -> Iterator[Open]:
    """One person's desk."""
    with serving(case, Settings()) as held:
        yield held


@pytest.fixture
def team(case: Case) -> Iterator[Open]:
    """A team's desk."""
    with serving(case, Settings(team=True)) as held:
        yield held


class serving:  # a context manager named for how it reads
    """Serves a desk on a free port of this computer."""

    def __init__(self, case: Case, settings: Settings, limits: Limits | None = None) -> None:
        people.put_up(case)
        self.case = case
        self.app = create_app(case, settings, limits or Limits(rate=1000, burst=5000))
        config = uvicorn.Config(self.app, port=0, log_level="error", ws="none")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)

    def __enter__(self) -> Open:
        self.thread.start()
        for _ in range(400):
            if self.server.started:
                break
            time.sleep(0.02)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        return Open(f"http://127.0.0.1:{port}", self.app, self.case)

    def __exit__(self, *_: object) -> None:
        self.server.should_exit = True
        self.thread.join(timeout=20)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Debian's Chromium; installed when it can be, and said loudly when it cannot. CI never goes without."""
    found = shutil.which("chromium")
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False, capture_output=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, capture_output=True)
        found = shutil.which("chromium")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no chromium: the desk's browser tests must run in CI")
        pytest.skip("SKIPPED LOUDLY: no chromium (apt-get install chromium), the browser tests did not run")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[object]:
    """One browser for all tests; each page of theirs has its own context."""
    playwright = pytest.importorskip("playwright.sync_api", reason="SKIPPED LOUDLY: pip install playwright")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """A desk that tests only look at: our reports, a hostile one, and one in Arabic and Hebrew."""
    folder = tmp_path_factory.mktemp("shown") / "case"
    with casework.make(
        folder, [*casework.golden_reports(), casework.HOSTILE, casework.RIGHT_TO_LEFT]
    ) as case:
        casework.decide_hostilely(case)
        with serving(case, Settings(team=True)) as held:
            yield held


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's script, from the packages that the desk's script is built with."""
    web = casework.ROOT / "desk-web"
    path = web / "node_modules" / "axe-core" / "axe.min.js"
    if not path.exists() and shutil.which("npm"):
        subprocess.run(["npm", "ci", "--silent", "--prefix", str(web)], check=False, capture_output=True)
    if not path.exists():
        if os.environ.get("CI"):
            pytest.fail("no axe-core: `npm ci` in desk-web failed")
        pytest.skip("SKIPPED LOUDLY: no axe-core (npm ci in desk-web), accessibility was not checked")
    return path.read_text(encoding="utf-8")
