"""The application: JSON and pages in one, made for the published database of one desk."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from starlette.exceptions import HTTPException

from flows.escaping import visible
from flows.monitoring import metrics
from flows.monitoring.health import Level, as_json, health, worst
from flows.pages import html_routes, json_routes
from flows.pages.guard import App, Guard
from flows.pages.limits import Limits
from flows.pages.templating import Templates
from parsers.errors import NewsdeskError
from warehouse.asking.metrics import metrics as read
from warehouse.asking.sharing import Shared
from warehouse.database.place import Place


def application(
    place: Place,
    *,
    token: str | None = None,
    limits: Limits | None = None,
    version: str = "",
    rest: Callable[[], object] = lambda: None,
) -> App:
    """The whole application for the database at a place; with a token, nothing is answered without it.

    `rest` is called when nobody has asked for a while.
    """
    limits = limits or Limits()
    shared = Shared(place, seconds=limits.seconds, rest=rest)
    app = FastAPI(
        title="newsdesk", version=version or "0", docs_url=None, redoc_url=None,
        description="What a news desk has filed: stories, articles with every repair, facts with their exact words. Read-only.",
    )  # fmt: skip
    templates = Templates(version)
    app.include_router(json_routes.routes(shared))
    _monitors(app, shared)
    app.include_router(html_routes.routes(shared, templates))
    _problems(app, templates)
    return Guard(app, shared.publication, token=token, limits=limits, version=version)


def _monitors(app: FastAPI, shared: Shared) -> None:
    @app.get("/metrics", response_class=PlainTextResponse, responses=json_routes.RESPONSES)
    def metrics_() -> Response:
        """Metrics in Prometheus's text format."""
        about = shared.place.published
        with shared.asking() as warehouse:
            said = metrics.text(read(warehouse), about.stat().st_mtime, about.stat().st_size)
        return Response(said, media_type="text/plain; version=0.0.4; charset=utf-8")

    @app.get("/health", responses={503: {"description": "Something is critical."}, **_without(503)})
    def health_() -> Response:
        """Whether the desk is well: 200, also with a warning; 503 when something is critical."""
        found = health(shared.place)
        status = HTTPStatus.SERVICE_UNAVAILABLE if worst(found) == Level.CRITICAL else HTTPStatus.OK
        return Response(as_json(found), status_code=status, media_type="application/json")


def _without(status: int) -> dict[int | str, dict[str, object]]:
    return {known: said for known, said in json_routes.RESPONSES.items() if known != status}


def _problems(app: FastAPI, templates: Templates) -> None:
    """Every error as JSON under /api, and as a page elsewhere; nothing is said of how we are made."""

    def told(request: Request, status: int, words: str) -> Response:
        if request.url.path.startswith(("/api/", "/health", "/metrics", "/openapi.json")):
            return JSONResponse({"detail": words}, status)
        return templates.page("problem.html", status=status, title=HTTPStatus(status).phrase, words=words)

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        return told(request, error.status_code, visible(str(error.detail)))

    @app.exception_handler(NewsdeskError)
    async def away(request: Request, error: NewsdeskError) -> Response:
        return told(request, HTTPStatus.SERVICE_UNAVAILABLE, visible(str(error)))

    @app.exception_handler(RequestValidationError)
    async def wrong(request: Request, error: RequestValidationError) -> Response:
        said = "; ".join(f"{each['loc'][-1]}: {each['msg']}" for each in error.errors())
        return told(request, HTTPStatus.UNPROCESSABLE_ENTITY, visible(said))
