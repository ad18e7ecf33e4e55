"""Drives LibreOffice for tests: one request per line of JSON on standard input, one answer per line on standard output.

Started by office.ts. A request is {"open": path, "filter"?, "options"?, "steps": [...], "save"?: {"path", "filter", "options"?}};
a step is {"do": name, ...}; the answer is {"read": [...]} with what reading steps gave, or {"failure": text}.
"""
import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellRangeAddress


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.1)
    raise RuntimeError("LibreOffice did not answer within a minute.")


# Spreadsheets

def sheet_of(document, step):
    name = step["sheet"]
    sheets = document.Sheets
    return sheets.getByIndex(name) if isinstance(name, int) else sheets.getByName(name)


def cell_text(document, step):
    return sheet_of(document, step).getCellRangeByName(step["cell"]).String


def set_cell(document, step):
    cell = sheet_of(document, step).getCellRangeByName(step["cell"])
    # As a person types it, or as a text whatever it looks like.
    if step.get("typed"):
        cell.Formula = step["text"]
    else:
        cell.String = step["text"]


def sheets(document, _step):
    """Every sheet as rows of texts."""
    found = []
    for sheet in document.Sheets:
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        area = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)
        rows = [[str(value) if not isinstance(value, float) else f"{value:g}" for value in row] for row in area.DataArray]
        found.append({"name": sheet.Name, "visible": sheet.IsVisible, "rows": rows})
    return found


def formulas(document, _step):
    """How many cells hold a formula."""
    count = 0
    for sheet in document.Sheets:
        ranges = sheet.queryContentCells(16)  # com.sun.star.sheet.CellFlags.FORMULA
        for address in ranges.RangeAddresses:
            count += (address.EndRow - address.StartRow + 1) * (address.EndColumn - address.StartColumn + 1)
    return count


def delete_rows(document, step):
    sheet_of(document, step).Rows.removeByIndex(step["from"] - 1, step.get("count", 1))


def insert_rows(document, step):
    sheet_of(document, step).Rows.insertByIndex(step["before"] - 1, step.get("count", 1))


def insert_column(document, step):
    sheet_of(document, step).Columns.insertByIndex(step["before"], 1)


def delete_column(document, step):
    sheet_of(document, step).Columns.removeByIndex(step["at"], 1)


def move_column(document, step):
    """Moves one column before another; both are counted from 0, as they are now."""
    sheet = sheet_of(document, step)
    source, target = step["from"], step["to"]
    sheet.Columns.insertByIndex(target, 1)
    moved = source + 1 if source >= target else source
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress.EndRow
    index = sheet.RangeAddress.Sheet
    area = CellRangeAddress(index, moved, 0, moved, last)
    destination = sheet.getCellByPosition(target, 0).CellAddress
    sheet.moveRange(destination, area)
    sheet.Columns.removeByIndex(moved, 1)


def merge(document, step):
    sheet_of(document, step).getCellRangeByName(step["range"]).merge(True)


def rename_sheet(document, step):
    sheet_of(document, step).Name = step["name"]


def add_sheet(document, step):
    document.Sheets.insertNewByName(step["name"], document.Sheets.Count)


def remove_sheet(document, step):
    document.Sheets.removeByName(step["name"])


# Texts

def table_of(document, step):
    return document.TextTables.getByIndex(step["table"])


def set_table_cell(document, step):
    table_of(document, step).getCellByName(step["cell"]).String = step["text"]


def table_cell(document, step):
    return table_of(document, step).getCellByName(step["cell"]).String


def append_to_table_cell(document, step):
    """One more paragraph at the end of a cell, as by Enter."""
    cell = table_of(document, step).getCellByName(step["cell"])
    cursor = cell.createTextCursor()
    cursor.gotoEnd(False)
    if cell.String:
        cell.insertControlCharacter(cursor, 0, False)  # PARAGRAPH_BREAK
    cell.insertString(cursor, step["text"], False)


def delete_table_rows(document, step):
    table_of(document, step).Rows.removeByIndex(step["from"], step.get("count", 1))


def replace(document, step):
    """Replaces a text wherever it stands; gives how often."""
    search = document.createReplaceDescriptor()
    search.SearchString = step["text"]
    search.ReplaceString = step["by"]
    search.SearchCaseSensitive = True
    return document.replaceAll(search)


def tables(document, _step):
    """Every table as rows of the texts of its cells, where it is a plain grid."""
    found = []
    for index in range(document.TextTables.Count):
        table = document.TextTables.getByIndex(index)
        rows = {}
        for name in table.CellNames:
            digits = "".join(c for c in name if c.isdigit())
            rows.setdefault(int(digits), []).append(table.getCellByName(name).String)
        found.append({"headerRows": table.HeaderRowCount, "rows": [rows[key] for key in sorted(rows)]})
    return found


def paragraphs(document, _step):
    """The paragraphs outside tables, with the name of their style and, for a heading, its level (0 otherwise)."""
    found = []
    for part in document.Text:
        if not part.supportsService("com.sun.star.text.Paragraph"):
            continue
        found.append({"style": part.ParaStyleName, "level": part.OutlineLevel, "text": part.String})
    return found


def facts(document, _step):
    """Title, language of the first paragraph, number of pages, whether the sheets lie down, and what has alternative text."""
    controller = document.CurrentController
    style = document.StyleFamilies.getByName("PageStyles").getByIndex(0)
    styles = document.StyleFamilies.getByName("ParagraphStyles")
    locale = styles.getByName("Standard").CharLocale
    width, height = style.Width, style.Height
    for part in document.Text:
        if part.supportsService("com.sun.star.text.Paragraph"):
            page = document.StyleFamilies.getByName("PageStyles").getByName(part.PageStyleName)
            width, height = page.Width, page.Height
            break
    return {
        "title": document.DocumentProperties.Title,
        "language": f"{locale.Language}-{locale.Country}",
        "pages": controller.PageCount if controller else None,
        "landscape": width > height,
    }


STEPS = {
    function.__name__: function
    for function in (
        cell_text, set_cell, sheets, formulas, delete_rows, insert_rows, insert_column, delete_column, move_column,
        merge, rename_sheet, add_sheet, remove_sheet, set_table_cell, table_cell, append_to_table_cell,
        delete_table_rows, replace, tables, paragraphs, facts,
    )
}


def carry_out(desktop, request):
    options = {"Hidden": True, "RepairPackage": False}
    if "filter" in request:
        options["FilterName"] = request["filter"]
    if "options" in request:
        options["FilterOptions"] = request["options"]
    # Without somebody to ask, LibreOffice does not open what it would offer to repair.
    document = desktop.loadComponentFromURL(Path(request["open"]).as_uri(), "_blank", 0, properties(**options))
    if document is None:
        return {"failure": "LibreOffice does not open it as it is."}
    try:
        read = [STEPS[step["do"]](document, step) for step in request["steps"]]
        if "save" in request:
            save = request["save"]
            wanted = {"FilterName": save["filter"], "Overwrite": True}
            if "options" in save:
                wanted["FilterOptions"] = save["options"]
            document.storeToURL(Path(save["path"]).as_uri(), properties(**wanted))
        return {"read": read}
    finally:
        document.close(True)


def main():
    context = connect(sys.argv[1])
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        try:
            answer = carry_out(desktop, json.loads(line))
        except Exception as error:
            answer = {"failure": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)
    try:
        desktop.terminate()
    except Exception:
        pass


main()
