#!/usr/bin/env python3
"""Prints one line about each column of a CSV file. Reads the file, writes nothing."""

import csv
import sys
from datetime import date


def kind(value: str) -> str:
    for name, convert in (("whole", int), ("decimal", float), ("date", date.fromisoformat)):
        try:
            convert(value)
            return name
        except ValueError:
            continue
    return "text"


def main(path: str) -> int:
    with open(path, newline="", encoding="utf-8-sig") as source:
        rows = list(csv.DictReader(source))
    if not rows:
        print("The file has no rows.")
        return 1
    print(f"{'column':<16}{'type':<10}{'filled':>8}{'distinct':>10}")
    for column in rows[0]:
        values = [row[column] for row in rows if row.get(column)]
        kinds = {kind(value) for value in values}
        name = kinds.pop() if len(kinds) == 1 else "mixed" if kinds else "empty"
        print(f"{column:<16}{name:<10}{len(values) / len(rows):>8.1%}{len(set(values)):>10}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
