package import Releases
import Reporting

/// A release as a Frictionless tabular data package: the CSV files, and what their columns mean. It states no time of
/// creation, because outputs must not depend on a clock.
package struct DataPackage: Encodable {
    struct Contributor: Encodable {
        let title, role: String
    }

    struct Source: Encodable {
        let title: String
    }

    struct Dialect: Encodable {
        let delimiter = ","
        let lineTerminator = "\r\n"
        let quoteChar = "\""
        let doubleQuote = true
        let header = true
    }

    struct Field: Encodable {
        let name, title, description, type: String
        /// The unit and the source are additions of this program, because Table Schema has no properties for them.
        let unit: String?
        let source: String
    }

    struct Schema: Encodable {
        let fields: [Field]
        let missingValues: [String]
        let primaryKey: [String]?
    }

    struct Resource: Encodable {
        let profile = "tabular-data-resource"
        let name, title, path: String
        let format = "csv"
        let mediatype = "text/csv"
        let encoding = "utf-8"
        let bytes: Int
        let hash: String
        let dialect = Dialect()
        let schema: Schema
    }

    let profile = "tabular-data-package"
    let name, title, description: String
    let contributors: [Contributor]
    let sources: [Source]
    let resources: [Resource]

    /// Creates the package of the release's CSV files, which have been written already.
    package init(_ release: Release, _ tables: [any DescribedCSV], written: [String: Manifest.Output]) {
        let (manifest, words) = (release.manifest, release.description)
        name = "\(manifest.pipeline)-\(manifest.quarter.lowercased())"
        title = "\(words.title), \(words.quarterTitle)"
        description =
            "\(words.partnership): \(words.period). The file data-dictionary.csv also says what each column means."
        contributors = words.author.isEmpty ? [] : [Contributor(title: words.author, role: "author")]
        var known: Set<String> = []
        sources = release.quality.extracts.map(\.source).filter { known.insert($0).inserted }.map(Source.init)
        resources = tables.compactMap { table in written[table.file].map { Resource(table, $0) } }
    }

    /// Returns the package as JSON.
    package func json() throws -> [UInt8] { try PublishedJSON.bytes(of: self) }
}

extension DataPackage.Resource {
    fileprivate init(_ table: any DescribedCSV, _ written: Manifest.Output) {
        let key = table.key
        self.init(
            name: table.file.split(separator: ".").first?.lowercased() ?? table.file, title: table.title,
            path: table.file, bytes: written.bytes, hash: "sha256:\(written.sha256)",
            schema: DataPackage.Schema(
                fields: table.columns.map(DataPackage.Field.init), missingValues: table.missingValues,
                primaryKey: key.isEmpty ? nil : key))
    }
}

extension DataPackage.Field {
    fileprivate init(_ column: DataColumn) {
        self.init(
            name: column.name, title: column.name, description: column.meaning, type: column.kind.rawValue,
            unit: column.unit.isEmpty ? nil : column.unit, source: column.source)
    }
}
