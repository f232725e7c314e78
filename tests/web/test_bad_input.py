"""The API under requests that nobody would send: never a fault of ours, always an answer of the form it declares."""

import shutil

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from legday.catalogue.reader import read_catalogue
from legday.store import open_store
from legday.web import create_app

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)
FEW, MANY = 12, 1_000
SPOKEN = {"host": "127.0.0.1:8017", "origin": "http://127.0.0.1:8017"}


def calm(most, **more):
    return settings(
        max_examples=most,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
        database=None,
        **more,
    )


@pytest.fixture(scope="module")
def api(sample_home, tmp_path_factory):
    """The API's own description, over a copy of the sample home that all requests of this file share."""
    from conftest_clock import FixedClock

    home = tmp_path_factory.mktemp("drawn") / "home"
    shutil.copytree(sample_home, home)
    with open_store(home) as store:
        app = create_app(store, read_catalogue(), clock=FixedClock(made=1_000))
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=SPOKEN)


schema = schemathesis.pytest.from_fixture("api")


@schema.parametrize()
@calm(FEW, derandomize=True)
def test_no_drawn_request_finds_a_fault_of_ours(case):
    case.call_and_validate(headers=SPOKEN, checks=CHECKS)


@pytest.mark.proof
@schema.parametrize()
@calm(MANY)
def test_no_request_of_a_thousand_finds_a_fault_of_ours(case):
    case.call_and_validate(headers=SPOKEN, checks=CHECKS)
