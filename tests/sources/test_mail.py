"""Mails become articles. All sentences are made up for the purpose."""

import pytest

from tests.sources import making
from tests.sources.making import HEADLINE, PARAGRAPHS, one, pieces, texts


def test_a_newsletter_whose_plain_text_only_says_where_it_is_is_read_as_html():
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    both = (
        "--b\nContent-Type: text/plain\n\nView this email in your browser: https://example.org/x\n"
        "--b\nContent-Type: text/html; charset=utf-8\n\n<p style='display: none'>Preview</p>"
        f"<p>Unsubscribe</p>{body}\n--b--\n"
    )
    article = one(making.mail(both, kind='multipart/alternative; boundary="b"'))
    assert [text for text, _ in texts(article)] == [HEADLINE, *PARAGRAPHS]


def test_a_mail_is_its_text_with_subject_sender_and_date():
    article = one(making.mail("\n\n".join(PARAGRAPHS) + "\n\n> An older word.", "=?utf-8?q?F=C3=A9rry?="))
    assert texts(article)[0] == ("Férry", "heading")
    assert [text for text, _ in texts(article)[1:]] == [*PARAGRAPHS, "An older word."]
    assert texts(article)[-1][1] == "block-quote"
    assert (article.title, article.byline, article.published) == ("Férry", "Ann Lee", "2024-06-19")


def test_a_mail_in_html_is_read_and_its_attachments_are_not():
    body = (
        "--b\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
        "<p>The caf=E9 stays.</p><script>x</script>\n--b\nContent-Type: text/plain\n"
        "Content-Disposition: attachment\n\nnot this\n--b--\n"
    )
    article = one(making.mail(body, kind='multipart/mixed; boundary="b"'))
    assert texts(article)[1:] == [("The café stays.", "paragraph")]


HEADER = (
    "From: Omar Díaz <omar@example.org>\nDate: Sun, Mar 8, 2026 at 10:14 PM\nSubject: Fog at Sea\nTo: x\n"
)


@pytest.mark.parametrize(
    "mark",
    ["---------- Forwarded message ---------", "Begin forwarded message:\n", "-----Original Message-----"],
)
def test_a_mail_that_passes_another_on_is_the_other(mark):
    text = f"For you.\n\n{mark}\n{HEADER}\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n-- \nAnn Lee\nDesk"
    article = one(making.mail(text, subject=f"Fwd: {HEADLINE}"))
    assert (article.title, article.byline, article.published) == ("Fog at Sea", "Omar Díaz", "2026-03-08")
    assert pieces(article)[1:] == ["For you.", *PARAGRAPHS[:2]]


def test_a_mail_in_html_that_passes_another_on_is_the_other():
    lines = "<br>".join(line.replace("<", "&lt;") for line in HEADER.split("\n"))
    mail = making.mail(
        f"<p>FYI</p>---- Forwarded message ----<br>{lines}<p>{PARAGRAPHS[0]}</p>", kind="text/html"
    )
    article = one(mail)
    assert (article.title, article.byline, article.published) == ("Fog at Sea", "Omar Díaz", "2026-03-08")
    assert pieces(article)[1:] == ["FYI", PARAGRAPHS[0]]


def test_a_mail_with_another_attached_is_the_other():
    inner = making.mail(PARAGRAPHS[0], subject="Fog at Sea").decode()
    parts = (
        f"--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--"
    )
    article = one(making.mail(parts, kind="multipart/mixed; boundary=b"))
    assert pieces(article) == ["Fog at Sea", PARAGRAPHS[0]]


def test_all_texts_of_a_mail_are_read_those_behind_a_picture_too():
    texts = "".join(f"--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n" for text in PARAGRAPHS)
    assert pieces(one(making.mail(f"{texts}--b--", kind="multipart/mixed; boundary=b")))[1:] == PARAGRAPHS


def test_answers_lose_their_mark():
    assert one(making.mail(PARAGRAPHS[0], subject=f"Re: Fwd: {HEADLINE}")).title == HEADLINE
