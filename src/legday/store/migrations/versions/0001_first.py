"""The first schema: runners, their journal (which cannot be changed), files, recordings, samples."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_REFUSAL = "the journal is append-only"


def upgrade() -> None:
    _runner_and_journal()
    _files_and_recordings()
    if op.get_bind().dialect.name == "postgresql":
        _guard_journal_in_postgresql()
    else:
        _guard_journal_in_sqlite()


def _runner_and_journal() -> None:
    op.create_table("runner", sa.Column("id", sa.String(64), primary_key=True))
    op.create_table(
        "entry",
        sa.Column("runner_id", sa.String(64), sa.ForeignKey("runner.id"), primary_key=True),
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("tag", sa.String(40), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("entry_in_time", "entry", ["runner_id", "at_us", "id"])


def _files_and_recordings() -> None:
    op.create_table(
        "file",
        sa.Column("runner_id", sa.String(64), sa.ForeignKey("runner.id"), primary_key=True),
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("recordings", sa.Integer, nullable=False),
        sa.Column("problem", sa.Text),
    )
    op.create_table("recording", *_recording_columns(), *_recording_keys())
    op.create_index("recording_in_time", "recording", ["runner_id", "start_us"])
    op.create_table(
        "samples",
        sa.Column("runner_id", sa.String(64), primary_key=True),
        sa.Column("recording_id", sa.String(40), primary_key=True),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["runner_id", "recording_id"], ["recording.runner_id", "recording.id"]),
    )


def _recording_columns() -> list[sa.Column[Any]]:
    whole = ("utc_offset_s", "metres", "ascent_m", "descent_m", "mean_heart_rate", "max_heart_rate", "steps")
    return [
        sa.Column("runner_id", sa.String(64), primary_key=True),
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("format", sa.String(8), nullable=False),
        sa.Column("sport", sa.String(16), nullable=False),
        sa.Column("start_us", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("elapsed_s", "moving_s")),
        *(sa.Column(name, sa.Integer) for name in (*whole, "effort")),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("race", "indoor")),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("file", "title", "device", "detail", "digest")
        ),
        sa.Column("twin_of", sa.String(40)),
    ]


def _recording_keys() -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint(["runner_id", "sha256"], ["file.runner_id", "file.sha256"]),
        sa.ForeignKeyConstraint(["runner_id", "twin_of"], ["recording.runner_id", "recording.id"]),
    ]


def _guard_journal_in_sqlite() -> None:
    for change in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER entry_no_{change} BEFORE {change} ON entry "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        )


def _guard_journal_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER entry_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
