"""The archive: every byte received, once, compressed and named by its hash; and notes of how it came, in order."""

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import zstandard

from transforms.ids import bytes_id

_JOURNAL = "journal"  # where the notes are, one folder a month


class ArchiveFault(Exception):
    """Archived bytes are missing or do not match their name."""

    def __init__(self, sha256: str, what: str) -> None:
        super().__init__(f"archive {sha256[:12]}…: {what}")
        self.sha256 = sha256


class Blobs(Protocol):
    """A place for named bytes that are written once."""

    def exists(self, name: str) -> bool:
        """Whether bytes of this name are there."""

    def write(self, name: str, data: bytes) -> None:
        """Store bytes so that they survive a crash once this returns."""

    def read(self, name: str) -> bytes:
        """The bytes of a name; FileNotFoundError where there are none."""

    def names(self, folder: str) -> list[str]:
        """Every name stored below a folder, sorted; all names where it is empty."""


class FolderBlobs:
    """Named bytes in a folder, two levels deep, each written and synced before it gets its name."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def exists(self, name: str) -> bool:
        """Whether bytes of this name are there."""
        return (self._root / name).exists()

    def write(self, name: str, data: bytes) -> None:
        """Store bytes so that they survive a crash once this returns."""
        target = self._root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def read(self, name: str) -> bytes:
        """The bytes of a name; FileNotFoundError where there are none."""
        return (self._root / name).read_bytes()

    def names(self, folder: str) -> list[str]:
        """Every name stored below a folder, sorted; all names where it is empty."""
        found = (self._root / folder).rglob("*.zst")
        return sorted(path.relative_to(self._root).as_posix() for path in found)


class BucketBlobs:
    """Named bytes in anything that fsspec reaches (s3://…, gs://…, memory://…)."""

    def __init__(self, url: str) -> None:
        import fsspec

        self._files, self._root = fsspec.core.url_to_fs(url)

    def exists(self, name: str) -> bool:
        """Whether bytes of this name are there."""
        return bool(self._files.exists(f"{self._root}/{name}"))

    def write(self, name: str, data: bytes) -> None:
        """Store bytes; an object store keeps what it has acknowledged."""
        self._files.pipe_file(f"{self._root}/{name}", data)

    def read(self, name: str) -> bytes:
        """The bytes of a name; FileNotFoundError where there are none."""
        return bytes(self._files.cat_file(f"{self._root}/{name}"))

    def names(self, folder: str) -> list[str]:
        """Every name stored below a folder, sorted; all names where it is empty."""
        prefix = self._root.rstrip("/") + "/"
        found = self._files.find(prefix + folder)
        return sorted(str(path).split(prefix, 1)[-1] for path in found)


class Archive:
    """Bytes in and out by their SHA-256; writing the same bytes twice stores them once."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._last = datetime.min.replace(tzinfo=UTC)

    def put(self, data: bytes) -> str:
        """Store bytes and give their SHA-256; once it returns, a row may name them."""
        sha256 = bytes_id(data)
        name = _name(sha256)
        if not self._blobs.exists(name):
            self._blobs.write(name, zstandard.ZstdCompressor(level=6).compress(data))
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes of a hash.

        Raises:
            ArchiveFault: they are missing, unreadable or not what their name says.
        """
        return self._read(_name(sha256), sha256)

    def note(self, data: bytes) -> str:
        """Write down how something was received, after everything written down before; the note's name."""
        sha256 = bytes_id(data)
        # The order of names is the order of writing, even for two notes of one moment.
        self._last = max(self._last + timedelta(microseconds=1), datetime.now(UTC))
        name = f"{_JOURNAL}/{self._last:%Y-%m/%dT%H%M%S.%f}-{sha256}.zst"
        self._blobs.write(name, zstandard.ZstdCompressor(level=6).compress(data))
        return name

    def notes(self, after: str = "") -> list[str]:
        """The names of notes in the order in which they were written; where one is given, from its month on."""
        if not after:
            return self._blobs.names(_JOURNAL)
        year, month = map(int, after.split("/")[1].split("-"))
        today = datetime.now(UTC)
        months = range(year * 12 + month - 1, today.year * 12 + today.month)
        folders = [f"{_JOURNAL}/{number // 12:04}-{number % 12 + 1:02}" for number in months]
        return [name for folder in folders for name in self._blobs.names(folder)]

    def read_note(self, name: str) -> bytes:
        """What a note says.

        Raises:
            ArchiveFault: it is missing, unreadable or not what its name says.
        """
        return self._read(name, _hash_of(name))

    def hashes(self) -> list[str]:
        """The SHA-256 of everything received, sorted."""
        return sorted(_hash_of(name) for name in self._blobs.names("") if not name.startswith(f"{_JOURNAL}/"))

    def verify(self) -> list[ArchiveFault]:
        """Read everything back; the faults found, none when all is well."""
        faults: list[ArchiveFault] = []
        for name in self._blobs.names(""):
            try:
                self._read(name, _hash_of(name))
            except ArchiveFault as fault:
                faults.append(fault)
        return faults

    def _read(self, name: str, sha256: str) -> bytes:
        try:
            packed = self._blobs.read(name)
        except FileNotFoundError:
            raise ArchiveFault(sha256, "missing") from None
        try:
            data = zstandard.ZstdDecompressor().decompress(packed)
        except zstandard.ZstdError as error:
            raise ArchiveFault(sha256, f"unreadable ({error})") from error
        if bytes_id(data) != sha256:
            raise ArchiveFault(sha256, "its content does not match its name")
        return data


def open_archive(location: Path | str) -> Archive:
    """The archive in a folder, or at an address that fsspec knows."""
    if isinstance(location, str) and "://" in location:
        return Archive(BucketBlobs(location))
    return Archive(FolderBlobs(Path(location)))


def _name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}.zst"


def _hash_of(name: str) -> str:
    return name.rsplit("/", 1)[-1].removesuffix(".zst").rsplit("-", 1)[-1]
