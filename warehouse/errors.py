"""What the warehouse can fail with, each with its subject and what to do about it."""


class WarehouseError(Exception):
    """A failure of the warehouse that a person can act on."""

    def __init__(self, what: str, *, advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice


class NoSnapshot(WarehouseError):
    """Nothing has been published in this home yet, so that there is nothing to read."""


class BadQuery(WarehouseError):
    """A statement that cannot be run: wrong SQL, or not a reading one."""


class MigrationMismatch(WarehouseError):
    """The database was made by a newer version, or a migration that was applied has been edited since."""
