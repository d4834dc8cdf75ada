import ArgumentParser

/// How the findings of an audit are written.
enum AuditFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, sarif, junit
}
