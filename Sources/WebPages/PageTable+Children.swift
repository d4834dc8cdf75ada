import Mustache

// A table may have rows for many extracts. For other types, templates find the stored properties by reflection, which
// would take longer than everything else on the page.

extension PageTable.Row: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "isTotal": isTotal
        case "rowClass": rowClass
        case "label": label
        case "cells": cells
        default: nil
        }
    }
}

extension PageTable.Cell: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "text": text
        case "cellClass": cellClass
        default: nil
        }
    }
}
