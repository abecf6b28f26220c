"""Documents made for the tests: mails, PDFs, web archives; and what becomes of them."""

import gzip
from email.message import EmailMessage

from dateline.intake import Capture, Options, from_captures

STORY = "Gunmen killed five people in Jos on Monday, police said. No group has claimed the attack so far."
PAGE = f"<html><body><article><h1>Five killed in Jos</h1><p>{STORY}</p></article></body></html>"
OURS = Options(isolated=False)


def taken(raw, name="a.bin", options=OURS, **origin):
    return list(from_captures([Capture(name, raw, **origin)], options))


def report(raw, name="a.bin", options=OURS, **origin):
    (one,) = taken(raw, name, options, **origin)
    assert one.problem is None, one.problem
    return one.report


def mail(subject="Five killed in Jos", **more):
    message = EmailMessage()
    message["From"] = "Jos Desk <desk@jos.example>"
    message["Subject"] = subject
    message["Date"] = "Mon, 08 Nov 2021 23:50:00 +0100"
    message["Message-ID"] = "<1@jos.example>"
    message.set_content(more.get("text", STORY + "\n\n-- \nJos Desk, 12 Market Road"))
    return message


def pdf(pages):
    """A small PDF with one line of Helvetica a paragraph."""
    objects, kids = (
        ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"],
        [],
    )
    for lines in pages:
        content = "BT /F1 11 Tf 14 TL 60 780 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, told in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{told}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF".encode()


def warc(records, packed=True):
    out = b""
    for number, (kind, media, body, status) in enumerate(records):
        block = b"HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (
            status,
            media,
            len(body),
            body,
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://a.example/{number}\r\n"
            f"WARC-Date: 2021-11-09T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        ).encode()
        record = head + block + b"\r\n\r\n"
        out += gzip.compress(record) if packed else record
    return out


def one_line(found):
    """The problem of a refused document, once it is sure to be one clear line."""
    assert found.report is None
    assert found.problem.startswith(found.name)
    assert "\n" not in found.problem
    assert "Traceback" not in found.problem
    return found.problem
