"""Mails, mailboxes and saved pages: their text, day and attachments."""

from email.message import EmailMessage

from dateline.intake import from_paths

from .makers import OURS, PAGE, STORY, mail, pdf, report, taken


def test_a_mail():
    got = report(mail().as_bytes(), "a.eml")
    assert got.text.startswith(f"Five killed in Jos\n\n{STORY}")
    assert (got.published, got.published_basis, got.publisher) == ("2021-11-08", "message", "Jos Desk")
    assert got.zone_at(0) == "headline"
    assert got.zone_at(got.text.index("12 Market")) == "boilerplate"
    assert got.zone_at(got.text.index("Gunmen")) == "body"


def test_a_forwarded_mail_loses_its_prefix_and_quoted_lines_make_no_event():
    text = f"See below.\n> {STORY}\n{STORY}"
    got = report(mail("Fwd: RE: Five killed", text=text).as_bytes(), "a.eml")
    assert got.title == "Five killed"
    assert got.zone_at(got.text.index("> Gunmen") + 3) == "boilerplate"
    assert got.zone_at(got.text.rindex("Gunmen")) == "body"


def test_a_mail_s_attachments_are_documents_of_their_own():
    message = mail()
    message.add_attachment(pdf([[STORY[:60], STORY[60:]]]), "application", "pdf", filename="report.pdf")
    message.add_attachment(b"\x89PNG", "image", "png", filename="a.png")
    message.add_attachment(
        f"title,text\nA,{STORY.replace(',', ';')}\n".encode(), "text", "csv", filename="t.csv"
    )
    found = taken(message.as_bytes(), "a.eml")
    assert [one.name for one in found] == ["a.eml", "a.eml!/report.pdf", "a.eml!/t.csv#1"]
    assert all(one.problem is None for one in found)
    assert found[1].report.published == "2021-11-08"


def test_a_mail_of_markup_alone():
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "a@b.example", "Five killed", "<1@b>"
    message.set_content(
        f"<div><p>{STORY}</p><figure><figcaption>A market</figcaption></figure></div>", "html"
    )
    got = report(message.as_bytes(), "a.eml")
    assert got.text.startswith("Five killed\n\nGunmen")
    assert got.zone_at(got.text.index("A market")) == "caption"


def test_a_saved_page():
    raw = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/2021/11/08/jos\r\n"
        'Subject: Five killed\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
        f"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}\r\n--x--\r\n"
    ).encode()
    got = report(raw, "a.mhtml")
    assert (got.url, got.published, got.published_basis) == (
        "https://news.example/2021/11/08/jos",
        "2021-11-08",
        "url",
    )


def test_a_mailbox_mail_by_mail(tmp_path):
    path = tmp_path / "a.mbox"
    three = (mail("One", text=STORY + "\n>From the market"), mail("Two"), mail("Three"))
    start = b"From desk@jos.example Mon Nov  8 10:00:00 2021\n"
    path.write_bytes(b"".join(start + one.as_bytes() + b"\n" for one in three))
    found = list(from_paths([path], OURS))
    assert [one.report.title for one in found] == ["One", "Two", "Three"]
    assert "\nFrom the market" in found[0].report.text
    assert [one.name for one in found] == [f"{path}#{n}" for n in (1, 2, 3)]
