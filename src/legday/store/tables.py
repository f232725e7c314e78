"""Decides what the tables are: every row says whose it is, moments are whole microseconds of UTC."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData()

RUNNER = Table("runner", METADATA, Column("id", String(64), primary_key=True))

ENTRY = Table(
    "entry",
    METADATA,
    Column("runner_id", String(64), ForeignKey("runner.id"), primary_key=True),
    Column("id", String(36), primary_key=True),
    Column("at_us", BigInteger, nullable=False),
    Column("tag", String(40), nullable=False),
    Column("body", Text, nullable=False),
    Index("entry_in_time", "runner_id", "at_us", "id"),
)

FILE = Table(
    "file",
    METADATA,
    Column("runner_id", String(64), ForeignKey("runner.id"), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("recordings", Integer, nullable=False),
    Column("problem", Text),
)

RECORDING = Table(
    "recording",
    METADATA,
    Column("runner_id", String(64), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("part", Integer, nullable=False),
    Column("file", Text, nullable=False),
    Column("format", String(8), nullable=False),
    Column("sport", String(16), nullable=False),
    Column("start_us", BigInteger, nullable=False),
    Column("utc_offset_s", Integer),
    Column("elapsed_s", Integer, nullable=False),
    Column("moving_s", Integer, nullable=False),
    Column("metres", Integer),
    Column("ascent_m", Integer),
    Column("descent_m", Integer),
    Column("mean_heart_rate", Integer),
    Column("max_heart_rate", Integer),
    Column("steps", Integer),
    Column("title", Text, nullable=False),
    Column("race", Boolean, nullable=False),
    Column("indoor", Boolean, nullable=False),
    Column("effort", Integer),
    Column("device", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("twin_of", String(40)),
    ForeignKeyConstraint(["runner_id", "sha256"], ["file.runner_id", "file.sha256"]),
    ForeignKeyConstraint(["runner_id", "twin_of"], ["recording.runner_id", "recording.id"]),
    Index("recording_in_time", "runner_id", "start_us"),
)
"""`detail` is JSON of what is missing and repaired, laps and sets; `twin_of` the richer recording of the same run."""

SAMPLES = Table(
    "samples",
    METADATA,
    Column("runner_id", String(64), primary_key=True),
    Column("recording_id", String(40), primary_key=True),
    Column("packed", LargeBinary, nullable=False),
    ForeignKeyConstraint(["runner_id", "recording_id"], ["recording.runner_id", "recording.id"]),
)
