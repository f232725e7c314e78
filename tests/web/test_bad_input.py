"""The API under requests that nobody would send: never a fault of ours, always an answer of the form it declares."""

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.python.asgi import get_client
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from legday import __version__
from legday.catalogue.reader import read_catalogue
from legday.store import open_store
from legday.web import create_app
from legday.web.openapi import described
from sample_page import FixedClock, copied

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)
FEW, MANY = 10, 1_000
HERE = "http://127.0.0.1:8017"

SCHEMA = schemathesis.openapi.from_dict(described(FastAPI(title="legday", version=__version__)))
OPERATIONS = {one.ok().label: one.ok() for one in SCHEMA.get_all_operations()}


@pytest.fixture(scope="module")
def line(sample_home, tmp_path_factory):
    """A way to the API over a copy of the sample home, which all requests of this file share."""
    home = copied(sample_home, tmp_path_factory.mktemp("drawn") / "home")
    with open_store(home) as store:
        app = create_app(store, read_catalogue(), clock=FixedClock(made=1_000))
        with get_client(app) as client:
            yield client


def drawn(label, line, most, **more):
    """Sends so many drawn requests to one operation, and holds each answer to the checks."""

    @settings(
        max_examples=most,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
        database=None,
        **more,
    )
    @given(case=st.one_of(OPERATIONS[label].as_strategy(generation_mode=mode) for mode in GenerationMode))
    def send(case):
        case.call_and_validate(base_url=HERE, session=line, checks=CHECKS)

    send()


def test_every_path_of_the_api_is_drawn():
    assert "POST /api/v1/entries" in OPERATIONS
    assert len(OPERATIONS) >= 25


@pytest.mark.parametrize("label", OPERATIONS)
def test_no_drawn_request_finds_a_fault_of_ours(label, line):
    drawn(label, line, FEW, derandomize=True)


@pytest.mark.proof
@pytest.mark.timeout(0)
@pytest.mark.parametrize("label", OPERATIONS)
def test_no_request_of_a_thousand_finds_a_fault_of_ours(label, line):
    drawn(label, line, MANY)
