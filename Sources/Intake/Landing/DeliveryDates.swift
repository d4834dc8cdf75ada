package import Core
package import Ingestion
package import Records

/// The days on which the files of a landing folder were delivered, as far as they are known. A file `NAME.delivered` in
/// the same folder holds the day of the file `NAME`. Otherwise names or the schema's rule give the day.
package struct DeliveryDates {
    /// The ending of a file that holds another file's day of delivery.
    static let ending = ".delivered"

    /// The days in `.delivered` files, by the paths of the files that they belong to.
    private let said: [String: CalendarDate]
    /// The landing folder without the `.delivered` files, and with tables in place of workbooks and archives.
    package let folder: LandingFolder

    /// Reads the `.delivered` files. One that belongs to no other file stays in the folder, and is reported as a file
    /// that no source takes.
    package init(_ folder: LandingFolder) throws(ExtractError) {
        let tables = folder.withTables()
        // A day may be given for a workbook or an archive, and in an archive for one of its files.
        let files = Set(folder.files).union(tables.files)
        var said: [String: CalendarDate] = [:]
        for file in tables.files where file.hasSuffix(Self.ending) {
            let other = String(file.dropLast(Self.ending.count))
            guard files.contains(other) else { continue }
            said[other] = try Self.day(in: tables.landed(file).get())
        }
        self.said = said
        self.folder = tables.without(Set(said.keys.map { $0 + Self.ending }))
    }

    /// Returns the day on which the file was delivered, as far as names show it; nil if it is unknown.
    package func day(of file: String, _ rule: DeliveryRule) -> CalendarDate? {
        days(of: file, rule).first(where: \.isCertain)?.day
    }

    /// Returns the days on which the file may have been delivered, the most certain first.
    private func days(of file: String, _ rule: DeliveryRule) -> [DeliveryDay] {
        let place = ContainedPath.split(file)
        // A day in the name of a sheet is one of its data.
        let dated = TableName(file).workbook ?? file
        let said = said[file] ?? place.flatMap { self.said[$0.container] }
        return (said.map { [DeliveryDay($0)] } ?? []) + rule.days(ofFile: dated)
    }

    /// Returns the folder without the files that, by their names, are not selected.
    package func selected(_ selection: LandingSelection) -> LandingFolder {
        switch selection {
        case .everything: folder
        case .named(let names): folder.without(Set(folder.files).subtracting(names))
        case .deliveredBy(let day):
            folder.without(Set(folder.files.filter { file in self.day(of: file, .fileName).map { $0 > day } ?? false }))
        }
    }

    /// Returns the extracts of the selection; days also come from their schemas' rules. Throws if an extract has no
    /// known day of delivery, since it can then be neither early nor late.
    package func selected(
        _ extracts: [LandedExtract], _ selection: LandingSelection, _ sources: [PipelinePlan.Source]
    ) throws(RunFailure) -> [LandedExtract] {
        guard case .deliveredBy(let day) = selection else { return extracts }
        let days = extracts.map { self.day(of: $0, sources) }
        let unknown = zip(extracts, days).filter { $0.1 == nil }.map(\.0.file)
        guard unknown.isEmpty else { throw .deliveryUnknown(files: unknown) }
        return zip(extracts, days).filter { $0.1.map { $0 <= day } ?? false }.map(\.0)
    }

    /// Returns the extracts with the days on which they may have been delivered.
    package func dated(
        _ extracts: [LandedExtract], _ sources: [PipelinePlan.Source], threads: Int
    ) async -> [LandedExtract] {
        let rules = sources.map { $0.schemas.map(\.delivered) }
        let days = await Shares(threads: threads).map(Array(extracts.indices)) { index in
            self.days(of: extracts[index].file, rules[extracts[index].source][extracts[index].schema])
        }
        var extracts = extracts
        for index in extracts.indices { extracts[index].days = days[index] }
        return extracts
    }

    package func day(of extract: LandedExtract, _ sources: [PipelinePlan.Source]) -> CalendarDate? {
        day(of: extract.file, sources[extract.source].schemas[extract.schema].delivered)
    }

    private static func day(in file: LandedFile) throws(ExtractError) -> CalendarDate {
        let text = String(decoding: try file.bytes(ByteSpan(offset: 0, length: 64)), as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, let day = words.first.flatMap({ DateForm("yyyy-mm-dd")?.date(String($0)) }) else {
            throw .unreadableDelivery(file: file.name)
        }
        return day
    }
}
