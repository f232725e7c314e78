"""Decides what the page More shows: the ways to all that is no daily business, the language, and what is done to everything at once."""

from dataclasses import replace
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.background import BackgroundTask

from legday.actions.backup import backup
from legday.actions.erase import erase
from legday.actions.export import journal_text
from legday.actions.journal import profile_of, read_journal
from legday.model.errors import InputError, LimitExceeded, StoreError
from legday.reading.limits import LIMITS, Limits
from legday.web.desk import Desk
from legday.web.form_tokens import own_fields
from legday.web.help_pages import HELP, help_page, news
from legday.web.imports import Imports
from legday.web.paper import LANGUAGE, Paper
from legday.web.typed_forms import Typed
from legday.web.uploads import Upload, new_folder, receive, remove

router = APIRouter()

GROUPS = (
    (
        "yours",
        (("/profile", "profile"), ("/body", "body"), ("/history", "history"), ("/exercises", "exercises")),
    ),
    (
        "data",
        (
            ("/import", "import"),
            ("/more/journal.txt", "journal"),
            ("/more/backup.sqlite", "backup"),
            ("/more/restore", "restore"),
            ("/more/delete", "delete"),
        ),
    ),
    ("about", (("/rules", "rules"), ("/help", "help"), ("/news", "news"), ("/welcome/you", "welcome"))),
)
"""Groups of links; each has a path and a key of the words."""

A_YEAR = 365 * 24 * 3600
PRIVATE = {"cache-control": "no-store"}


@router.get("/more")
def more(request: Request) -> Response:
    """Everything that is not daily."""
    paper: Paper = request.app.state.paper
    desk: Desk = request.app.state.desk
    desk.today()
    return paper.page(request, "more.html", languages=paper.languages, groups=GROUPS)


@router.post("/more/language")
def language(request: Request, typed: Typed) -> Response:
    """Remembers the language on this browser; none chosen means what the browser asks for."""
    paper: Paper = request.app.state.paper
    answer = RedirectResponse("/welcome" if typed.get("back") == "welcome" else "/more", status_code=303)
    if typed.get("language") in paper.languages:
        answer.set_cookie(LANGUAGE, typed["language"], max_age=A_YEAR, httponly=True, samesite="lax")
    else:
        answer.delete_cookie(LANGUAGE)
    return answer


@router.get("/more/journal.txt")
def journal(request: Request) -> Response:
    """All that was said, as text that the terminal and the page can read back."""
    desk: Desk = request.app.state.desk
    entries = desk.store.entries()
    text = journal_text(entries, zone=profile_of(read_journal(entries)).time_zone)
    named = {"content-disposition": 'attachment; filename="legday-journal.txt"'}
    return PlainTextResponse(text, headers=PRIVATE | named)


@router.get("/more/backup.sqlite")
def copy(request: Request) -> Response:
    """Everything in one verified file."""
    desk: Desk = request.app.state.desk
    folder = new_folder(desk.store.home)
    try:
        written = backup(desk.store, folder)
    except BaseException:
        remove(folder)
        raise
    return FileResponse(
        written,
        media_type="application/vnd.sqlite3",
        filename=f"legday-{desk.clock.now_in('UTC'):%Y-%m-%d}.sqlite",
        headers=PRIVATE,
        background=BackgroundTask(remove, folder),
    )


@router.get("/more/restore")
def ask_restore(request: Request) -> Response:
    """What restoring does, and where the file is chosen."""
    return _restore(request)


@router.post("/more/restore")
async def restore(request: Request) -> Response:
    """Puts a backup in place of what is here, once that was confirmed; what is replaced is kept aside."""
    limits: Limits = getattr(request.app.state, "limits", LIMITS)
    desk: Desk = request.app.state.desk
    try:
        upload = await receive(
            request, home=desk.store.home, limits=_whole(limits), allowed=own_fields(request)
        )
    except (LimitExceeded, InputError) as refused:
        wrong = "too_large" if isinstance(refused, LimitExceeded) else "file"
        return await run_in_threadpool(_restore, request, wrong=wrong, status=422)
    try:
        return await run_in_threadpool(_put_back, request, upload)
    finally:
        upload.remove()


def _whole(limits: Limits) -> Limits:
    """A backup may be as large as an upload may be."""
    return replace(limits, file_bytes=limits.upload_bytes)


def _put_back(request: Request, upload: Upload) -> Response:
    desk: Desk = request.app.state.desk
    if not upload.files:
        return _restore(request, wrong="file", status=422)
    if upload.fields.get("sure") != "yes":
        return _restore(request, wrong="sure", status=422)
    imports: Imports = request.app.state.imports
    try:
        with imports.held_off() as free, desk.lock:
            if not free:
                return _restore(request, wrong="busy", status=409)
            kept = desk.store.restore(upload.files[0].path)
            desk.forget()
    except StoreError:
        return _restore(request, wrong="backup", status=422)
    return _done("restored", kept)


def _restore(request: Request, *, wrong: str = "", status: int = 200) -> Response:
    paper: Paper = request.app.state.paper
    return paper.page(request, "restore.html", wrong=wrong, status=status)


@router.get("/more/delete")
def ask_delete(request: Request) -> Response:
    """What deleting does, and the word to type."""
    return _delete(request)


@router.post("/more/delete")
def delete(request: Request, typed: Typed) -> Response:
    """Forgets everything once the word was typed; a copy is kept aside."""
    paper: Paper = request.app.state.paper
    desk: Desk = request.app.state.desk
    said = typed.get("word", "").strip()
    if said.lower() != paper.words(request).say("more.delete.word"):
        return _delete(request, said=said, wrong="word", status=422)
    imports: Imports = request.app.state.imports
    with imports.held_off() as free, desk.lock:
        if not free:
            return _delete(request, said=said, wrong="busy", status=409)
        kept = erase(desk.store)
        desk.forget()
    return _done("deleted", kept)


def _delete(request: Request, *, said: str = "", wrong: str = "", status: int = 200) -> Response:
    paper: Paper = request.app.state.paper
    return paper.page(request, "delete.html", said=said, wrong=wrong, status=status)


def _done(what: str, kept: Path | None) -> Response:
    answer = RedirectResponse(f"/more/{what}", status_code=303)
    answer.set_cookie("kept", kept.name if kept else "", max_age=600, httponly=True, samesite="lax")
    return answer


@router.get("/more/restored")
def restored(request: Request) -> Response:
    """The backup is in place."""
    return _over(request, "restored")


@router.get("/more/deleted")
def deleted(request: Request) -> Response:
    """Nothing is known any more."""
    return _over(request, "deleted")


def _over(request: Request, what: str) -> Response:
    paper: Paper = request.app.state.paper
    return paper.page(request, "over.html", what=what, kept=request.cookies.get("kept", "")[:100])


@router.get("/help")
def helped(request: Request) -> Response:
    """The pages of help."""
    paper: Paper = request.app.state.paper
    return paper.page(request, "help.html", pages=HELP)


@router.get("/help/{name}")
def one_help(request: Request, name: str) -> Response:
    """One page of help."""
    paper: Paper = request.app.state.paper
    if name not in HELP:
        return RedirectResponse("/help", status_code=303)
    text = help_page(name, paper.words(request).language)
    return paper.page(request, "help_page.html", heading=f"help.{name}", text=text, pages=HELP)


@router.get("/news")
def whats_new(request: Request) -> Response:
    """What is new, version by version."""
    paper: Paper = request.app.state.paper
    return paper.page(request, "help_page.html", heading="help.news", text=news(), pages=HELP)
