"""Decides how a schema upgrade runs: all its steps in the one transaction that the caller has begun."""

from alembic import context

from legday.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=True
)
context.run_migrations()
