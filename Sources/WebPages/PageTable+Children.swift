import Mustache

// A table may have a row for each of many extracts. Templates find what other types store by reflection, which takes
// longer than all the rest of a page.

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
