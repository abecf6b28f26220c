"""One file a page: what it asks of the case, and which template shows it."""

from . import (
    account,
    add,
    api,
    brief,
    coding,
    correct,
    export,
    history,
    incident,
    map,
    people,
    queue,
    reports,
)

ROUTERS = (
    account.router, queue.router, correct.router, reports.router, incident.router, map.router, add.router,
    history.router, export.router, people.router, coding.router, brief.router, api.router,
)  # fmt: skip
