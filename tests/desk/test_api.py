"""The desk's JSON and its pages against its own OpenAPI, with whatever Schemathesis comes up with."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable

from dateline.desk.sessions import Person
from dateline.record import merged_rows

from .conftest import Open

schemathesis = pytest.importorskip("schemathesis", reason="SKIPPED LOUDLY: pip install schemathesis")
specs = pytest.importorskip("schemathesis.specs.openapi.checks")
CHECKS = (
    schemathesis.checks.not_a_server_error, specs.status_code_conformance, specs.content_type_conformance,
    specs.response_schema_conformance,
)  # fmt: skip


def test_a_program_reads_decides_and_is_told_of_others(desk: Open) -> None:
    name = desk.case.incidents(text="Midsayap")[0].id
    with desk.client() as ana, desk.client(Person("ben", "coder")) as ben:
        row = ana.get(f"/api/incidents/{name}").json()
        assert merged_rows.unmerged(row) == desk.case.incident(name)
        path = f"/api/incidents/{name}/decisions"
        wanted = {"kind": "correct", "field": "stage", "value": "attempted", "seen": ""}
        done = ana.post(path, json=wanted)
        assert done.status_code == 200 and done.json()["by"] == "ana"
        late = ben.post(path, json=wanted | {"value": "foiled"})
        assert late.status_code == 409 and "ana" in late.json()["detail"]
        assert ben.post(path, json={"kind": "comment", "why": "", "seen": None}).status_code == 400
        assert ben.post(path, json={"kind": "accept", "x": 1}).status_code == 422
        assert ana.get(path).json()[0]["after"] == "attempted"
        ana.headers.pop("x-csrf")
        assert ana.post(path, json={"kind": "accept"}).status_code == 403
        assert ana.get("/api/incidents?country=PHL").json()["total"] >= 1
        assert ana.get("/api/incidents/nope").status_code == 404
        report = row["reports"][0]["report"]
        assert ana.get(f"/api/reports/{report}").json()["schema"] == "dateline/1"


def test_nothing_schemathesis_sends_breaks_the_server(shown: Open) -> None:
    schema = schemathesis.openapi.from_dict(shown.app.openapi())
    schema.config.update(base_url=shown.address)
    with shown.client() as ana:
        headers = {"x-csrf": ana.headers["x-csrf"]}
        cookies = dict(ana.cookies)
        asked = 0
        for result in schema.get_all_operations():
            operation = result.ok()
            if operation.path in ("/signout", "/open", "/signin"):
                continue  # they would end the session the others need
            fuzz(operation, headers, cookies)
            asked += 1
        assert asked > 20


def fuzz(operation: Any, headers: dict[str, str], cookies: dict[str, str]) -> None:
    """Sends what the operation describes, and what it forbids; the server must answer as it says it does."""
    for mode in (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE):

        @settings(
            max_examples=8, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck), phases=[Phase.generate],
        )  # fmt: skip
        @given(case=operation.as_strategy(generation_mode=mode))
        def one(case: Any) -> None:
            case.call_and_validate(headers=headers, cookies=cookies, checks=CHECKS, allow_redirects=False)

        try:
            one()
        except Unsatisfiable:
            continue  # nothing can be wrong about an operation that takes nothing
