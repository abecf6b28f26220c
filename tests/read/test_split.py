"""One report, several incidents: what parts them."""

import dateline


def test_a_day_since_which_acts_are_counted_is_no_day_of_an_act() -> None:
    record = dateline.read(
        "Shells hit a camp near Goma\n\nGOMA - Two people were killed when mortar shells landed in a camp on "
        "Monday morning.\n\nIt was the second such attack on the camp since August. On August 12, a bomb "
        "killed one woman there.",
        published="2025-11-25",
    )
    told = [(one.type.code, one.date.start, one.killed.low) for one in record.incidents]
    assert told == [
        ("explosive.shelling_missile", "2025-11-24", 2),
        ("explosive.remote_ied", "2025-08-12", 1),
    ]
