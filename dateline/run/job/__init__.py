"""One job for every engine: reports to incidents, Parquet to Parquet (`dateline run`)."""

from .job import Finished, Job, engine_called, run_job

__all__ = ["Finished", "Job", "engine_called", "run_job"]
