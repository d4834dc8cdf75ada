package import Core
package import Ingestion
package import Records

/// When the files of a landing folder were delivered, as far as that is known: a file `NAME.delivered` beside one holds its
/// day, else names or the schema's rule do.
package struct DeliveryDates {
    /// What the name of a file ends in that says when another was delivered.
    static let ending = ".delivered"

    /// The days that files beside others say, by the others' paths.
    private let said: [String: CalendarDate]
    /// The landing folder without those files.
    package let folder: LandingFolder

    /// Reads the files that say when others were delivered. One without another is left in the folder, where it is reported
    /// as a file that no source takes.
    package init(_ folder: LandingFolder) throws(ExtractError) {
        let files = Set(folder.files)
        var said: [String: CalendarDate] = [:]
        for file in folder.files where file.hasSuffix(Self.ending) {
            let other = String(file.dropLast(Self.ending.count))
            guard files.contains(other) else { continue }
            said[other] = try Self.day(in: folder.landed(file).get())
        }
        self.said = said
        self.folder = folder.without(Set(said.keys.map { $0 + Self.ending }))
    }

    /// The day on which the file was delivered, as far as names show; nil when it is not known.
    package func day(of file: String, _ rule: DeliveryRule) -> CalendarDate? {
        days(of: file, rule).first(where: \.isCertain)?.day
    }

    /// The days on which the file may have been delivered, the most certain first.
    private func days(of file: String, _ rule: DeliveryRule) -> [DeliveryDay] {
        (said[file].map { [DeliveryDay($0)] } ?? []) + rule.days(ofFile: file)
    }

    /// The files of the folder in the selection, as far as their names show.
    package func selected(_ selection: LandingSelection) -> LandingFolder {
        switch selection {
        case .everything: folder
        case .named(let names): folder.without(Set(folder.files).subtracting(names))
        case .deliveredBy(let day):
            folder.without(Set(folder.files.filter { file in self.day(of: file, .fileName).map { $0 > day } ?? false }))
        }
    }

    /// The extracts that the selection has, by their schemas' rules too. Those without a known day of delivery
    /// are neither early nor late.
    package func selected(
        _ extracts: [LandedExtract], _ selection: LandingSelection, _ sources: [PipelinePlan.Source]
    ) throws(RunFailure) -> [LandedExtract] {
        guard case .deliveredBy(let day) = selection else { return extracts }
        let days = extracts.map { self.day(of: $0, sources) }
        let unknown = zip(extracts, days).filter { $0.1 == nil }.map(\.0.file)
        guard unknown.isEmpty else { throw .deliveryUnknown(files: unknown) }
        return zip(extracts, days).filter { $0.1.map { $0 <= day } ?? false }.map(\.0)
    }

    /// The extracts with the days on which they may have been delivered.
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
