"""Writes the workbooks of this folder, by two writers that owners' tools are made with.

    python3 -m pip install openpyxl==3.1.5 xlsxwriter==3.3.1
    python3 tests/workbooks/write.py
"""

from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import xlsxwriter

HERE = Path(__file__).parent


def budgets():
    """A cover, a table of budgets with hours as lengths of time, and a sheet that is hidden."""
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "Cover"
    cover["A1"] = "Budgets, with what was booked"
    jobs = book.create_sheet("Jobs & hours")
    jobs.append(["Job", "Finished", "Estimated", "Actual", "Price"])
    for name, day, estimated, actual, price in [
        ("Bakery, with shop", date(2026, 3, 1), (40, 0), (52, 30), 4200),
        ("School", date(2025, 11, 30), (24, 30), (24, 30), 2600.5),
        ("Private", date(2025, 12, 1), (1, 0), (90, 0), 1),
        ("Museum", date(2024, 2, 29), (120, 0), (180, 0), 12000),
    ]:
        jobs.append([name, day, *(timedelta(hours=h, minutes=m) for h, m in (estimated, actual)), price])
    for row in jobs.iter_rows(min_row=2):
        row[2].number_format = row[3].number_format = "[h]:mm"
        row[4].number_format = '[$€-407]#,##0.00;[Red]-[$€-407]#,##0.00'
    jobs.row_dimensions[4].hidden = True
    book.create_sheet("Notes").append(["Nobody sees this"])
    book["Notes"].sheet_state = "hidden"
    book.save(HERE / "openpyxl.xlsx")


def formats():
    """One number a row in each kind of format, beside what Excel shows, with days counted from 1904."""
    book = xlsxwriter.Workbook(HERE / "xlsxwriter.xlsx", {"date_1904": True})
    sheet = book.add_worksheet("Formats")
    sheet.write_row(0, 0, ["is", "shows"])
    rows = [
        (datetime(2026, 3, 1), "dd/mm/yyyy", "2026-03-01"),
        (datetime(2026, 3, 1, 14, 5), 'd. mmmm yyyy h:mm AM/PM', "2026-03-01 14:05"),
        (1.6875, "[h]:mm:ss", "40:30:00"),
        (1.6875, "[hh]:mm", "40:30"),
        (1.6875, "h:mm", "16:30"),
        (0.00381944444, "mm:ss", "0:05:30"),
        (40.5, '0.0" h"', "40.5 h"),
        (5, '0" Tage"', "5 Tage"),
        (1234.5, "#,##0.00 [$kr.-406]", "1234.5 kr."),
        (-950, '"$"#,##0;("$"#,##0)', "-$950"),
        (12500, '#,##0.0,"k"', "12.5k"),
        (0.07, "0%", "7%"),
        (0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-', "-"),
        (1.234, "General", "1.2340"),
        (0.1 + 0.2, "0.00", "0.3"),
    ]
    for at, (value, style, shows) in enumerate(rows, start=1):
        (sheet.write_datetime if isinstance(value, datetime) else sheet.write_number)(
            at, 0, value, book.add_format({"num_format": style})
        )
        sheet.write_string(at, 1, shows)
    rich = [book.add_format({"bold": True}), "two ", "looks"]
    sheet.write_rich_string(len(rows) + 1, 0, *rich)
    sheet.write_string(len(rows) + 1, 1, "two looks")
    sheet.write_formula(len(rows) + 2, 0, '="a"&"b"', None, "ab")
    sheet.write_string(len(rows) + 2, 1, "ab")
    book.close()


budgets()
formats()
