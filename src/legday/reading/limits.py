"""Decides how large, deep and many the files may be that legday takes in."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of reading, stated for people in docs/reference/limits.md.

    `file_bytes` one recording, unpacked · `archive_bytes` all that one archive unpacks to, nested ones included ·
    `ratio` unpacked bytes per packed byte, asked of whatever unpacks to more than `ratio_free_bytes` ·
    `count` files found under one path · `nesting` archives inside archives (1 = a plain zip) ·
    `samples` samples in one file · `xml_depth` elements inside elements · `sports` recordings in one file ·
    `list_bytes` the list of activities in an export, or a strength log · `strength_rows` rows of a strength log ·
    `upload_bytes`, `upload_files` what the page takes at once, packed as it comes.
    """

    file_bytes: int = 128 * MEBIBYTE
    archive_bytes: int = 64 * 1024 * MEBIBYTE
    ratio: int = 250
    ratio_free_bytes: int = MEBIBYTE
    count: int = 500_000
    nesting: int = 4
    samples: int = 600_000
    xml_depth: int = 64
    sports: int = 100
    list_bytes: int = 64 * MEBIBYTE
    strength_rows: int = 500_000
    upload_bytes: int = 16 * 1024 * MEBIBYTE
    upload_files: int = 10_000


LIMITS = Limits()
