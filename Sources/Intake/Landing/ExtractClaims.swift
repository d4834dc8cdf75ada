public import Core
import Ingestion
package import Records

/// Decides which source takes which file of a landing folder: by name if the source has patterns, otherwise by the
/// header. Files in a format that is known not to be an extract are left out, under any name.
package struct ExtractClaims {
    let plan: PipelinePlan
    let folder: LandingFolder
    /// The formats of each source. `otherFormats` are the formats of files to be left out. Formats remember headers
    /// from file to file.
    private let formats: [[FormatRecognition.Format]]
    private let otherFormats: [FormatRecognition.Format]
    /// The sources that name their files, each with its patterns.
    private let naming: [(source: Int, patterns: [FilePattern])]
    /// The formats of the sources that recognise their files only by headers, and of files to be left out.
    private let unnamed: [FormatRecognition.Format]
    private let isAnySourceUnnamed: Bool

    /// Creates the claims of a plan's sources on the folder's files.
    package init(plan: PipelinePlan, folder: LandingFolder) {
        self.plan = plan
        self.folder = folder
        formats = plan.sources.indices.map { FormatRecognition.formats(of: [$0], in: plan.sources) }
        otherFormats = FormatRecognition.otherFormats(in: plan)
        naming = plan.sources.enumerated().map { ($0.offset, $0.element.patterns) }.filter { !$0.1.isEmpty }
        let named = Set(naming.map(\.source))
        unnamed =
            plan.sources.indices.filter { !named.contains($0) }.flatMap { [formats] in formats[$0] } + otherFormats
        isAnySourceUnnamed = named.count < plan.sources.count
    }

    /// The endings of names that may be tables. Files without such an ending are not opened to read their header.
    private static let endings = [".csv", ".tsv", ".txt"]

    /// Returns whether the file may be a table by the ending of its name.
    static func isTableName(_ file: String) -> Bool { endings.contains(where: file.lowercased().hasSuffix) }

    /// Returns the selected extracts, in the order of sources and names, and the files that no source takes. Throws if
    /// a required source has no extract.
    package func decide(
        threads: Int, selecting select: ([LandedExtract]) async throws -> [LandedExtract] = { $0 }
    ) async throws -> ([LandedExtract], [LeftOutFile]) {
        let claims = try await claims(threads: threads)
        let extracts = try await select(claims.extracts)
        let taken = Set(extracts.map(\.source))
        let missing = plan.sources.indices.filter { !taken.contains($0) && !plan.sources[$0].isOptional }
        if !missing.isEmpty {
            throw RunFailure.noExtracts(
                missing.map { failure(of: plan.sources[$0], claims.leftOut) }, folder: folder.path)
        }
        return (extracts, claims.leftOut)
    }

    /// Returns the extracts and the other files, whether or not every source has an extract. A file that is named like
    /// extracts but is not one is an error, unless `refusingDamaged` is false.
    package func claims(
        threads: Int, refusingDamaged: Bool = true
    ) async throws -> (extracts: [LandedExtract], leftOut: [LeftOutFile]) {
        var extracts: [[LandedExtract]] = plan.sources.map { _ in [] }
        var leftOut: [LeftOutFile] = []
        var sheets: [OtherSheet] = []
        var extractErrors = foldersTakenForFiles
        for claim in await Shares(threads: threads).map(
            folder.files, { folder.claim($0) ?? claim($0, folder.landed($0)) })
        {
            do throws(ExtractError) {
                switch try claim.get() {
                case .extract(let extract): extracts[extract.source].append(extract)
                case .leftOut(let file): leftOut.append(file)
                case .otherSheet(let sheet): sheets.append(sheet)
                }
            } catch { extractErrors.append(error) }
        }
        if !sheets.isEmpty {
            let decided = Self.decide(sheets, besides: extracts.flatMap { $0 })
            for extract in decided.extracts { extracts[extract.source].append(extract) }
            leftOut += decided.leftOut
        }
        if refusingDamaged { extractErrors += damaged(leftOut, besides: extracts) }
        if !extractErrors.isEmpty { throw RunFailure.refused(extractErrors) }
        return (extracts.flatMap { $0 }, leftOut)
    }

    /// Returns an unclaimed file as the extract that it probably is, by the schema with the fewest missing columns.
    package func nearest(to file: LeftOutFile) -> LandedExtract? {
        let formats = self.formats.flatMap { $0 }
        guard file.rule == .unclaimedFile,
            TableName(file.file).workbook != nil
                || Self.endings.contains(where: { file.file.lowercased().hasSuffix($0) }),
            case .success(let landed) = folder.landed(file.file)
        else { return nil }
        return FormatRecognition(landed, formats).nearest(among: formats).map {
            extract(file.file, landed, $0, .header)
        }
    }

    /// Returns errors for files that no source takes although they are named like extracts of a source. Such files are
    /// probably damaged. Names are alike if they differ only in digits, such as those of a month, a day or a delivery.
    private func damaged(_ leftOut: [LeftOutFile], besides extracts: [[LandedExtract]]) -> [ExtractError] {
        let unclaimed = leftOut.filter { $0.rule == .unclaimedFile }.map {
            (file: $0, name: Self.foldingDigits($0.file))
        }
        guard !unclaimed.isEmpty else { return [] }
        var siblings: [[UInt8]: LandedExtract?] = Dictionary(
            unclaimed.map { ($0.name, nil) }, uniquingKeysWith: { first, _ in first })
        for extract in extracts.joined() {
            let name = Self.foldingDigits(extract.file)
            if case .some(nil) = siblings[name] { siblings[name] = .some(extract) }
        }
        return unclaimed.compactMap { file, name in
            guard case .some(.some(let sibling)) = siblings[name] else { return nil }
            return .damagedSibling(
                file: file.file, like: sibling.file, source: plan.sources[sibling.source].title,
                reason: file.note ?? "it has no header that the source knows")
        }
    }

    /// Returns the path in lower case, with every run of digits as one 0. The number that a browser adds to a second
    /// copy is left out.
    private static func foldingDigits(_ path: String) -> [UInt8] {
        let bytes = Array(path.lowercased().utf8)
        func isDigit(_ position: Int) -> Bool { position < bytes.count && (0x30...0x39).contains(bytes[position]) }
        var folded: [UInt8] = []
        var position = 0
        while position < bytes.count {
            if bytes[position...].starts(with: " (".utf8), isDigit(position + 2) {
                var end = position + 2
                while isDigit(end) { end += 1 }
                if end < bytes.count, bytes[end] == UInt8(ascii: ")") {
                    position = end + 1
                    continue
                }
            }
            if !isDigit(position) || folded.last != 0x30 {
                folded.append(isDigit(position) ? 0x30 : bytes[position])
            }
            position += 1
        }
        return folded
    }

    /// What is decided about one file.
    enum Claim: Sendable {
        case extract(LandedExtract)
        case leftOut(LeftOutFile)
        /// Whether the sheet is reported depends on the other sheets of its workbook.
        case otherSheet(OtherSheet)
    }

    private var foldersTakenForFiles: [ExtractError] {
        plan.sources.flatMap { source in
            folder.folders.filter { name in source.patterns.contains { $0.matches(name) } }.map { .notAFile(file: $0) }
        }
    }

    private func extract(
        _ file: String, _ landed: LandedFile?, _ format: FormatRecognition.Format, _ takenBy: TakenBy,
        opened: OpenedExtract? = nil
    ) -> LandedExtract {
        var extract = LandedExtract(
            source: format.source ?? 0, schema: format.schema, file: file, path: folder.path(of: file), takenBy: takenBy
        )
        // A file that could not be opened is refused when it is read.
        extract.landed = landed
        extract.opened = opened
        return extract
    }

    /// Decides about one file, whether or not it could be opened.
    func claim(_ file: String, _ landed: Result<LandedFile, ExtractError>) -> Result<Claim, ExtractError> {
        let table = TableName(file)
        let naming = naming.filter { table.isNamed(by: $0.patterns) }.map(\.source)
        guard naming.count < 2 else {
            return .failure(.namedBySeveralSources(file: file, naming.map { plan.sources[$0].name }))
        }
        return Result { () throws(ExtractError) in
            if let workbook = table.workbook { return try sheet(file, try landed.get(), of: workbook, naming.first) }
            if let named = naming.first, isTable(file) {
                // The reason why a workbook or an archive cannot be read is better than that it is not text.
                if ContainerKind(file) != nil || ContainedPath.split(file) != nil { _ = try landed.get() }
                return byName(file, try? landed.get(), named)
            }
            try checkReadable(file)
            // An archive may hold extracts of any source.
            if let kind = ContainerKind(file), isAnySourceUnnamed || kind == .archive { _ = try landed.get() }
            return try byHeader(file, landed)
        }
    }

    /// Claims a file that a source names, with the schema that fits best. If none fits, the nearest schema is used, so
    /// that its errors are reported.
    private func byName(_ file: String, _ landed: LandedFile?, _ source: Int) -> Claim {
        let own = formats[source]
        guard let landed, own.count + otherFormats.count > 1 else {
            return .extract(extract(file, landed, own[0], .name))
        }
        let recognition = FormatRecognition(landed, own + otherFormats)
        // The source's own formats come first, so that the source keeps a file that fits another format equally well.
        guard let best = recognition.best.first else {
            return .extract(extract(file, landed, recognition.nearest(among: own) ?? own[0], .name))
        }
        return best.source == nil
            ? .leftOut(other(file, best)) : .extract(extract(file, landed, best, .name, opened: recognition.opened))
    }

    /// Returns whether a file that a source names is to be read as its extract: any file but those of an archive that are
    /// no tables by their names.
    private func isTable(_ file: String) -> Bool {
        ContainedPath.split(file) == nil || Self.isTableName(file)
    }

    /// Throws when the file is a workbook that cannot be read and that a source would take if it were a CSV file.
    private func checkReadable(_ file: String) throws(ExtractError) {
        guard ContainerKind.unreadable.contains(where: file.lowercased().hasSuffix) else { return }
        let name = TableName(TableName.asCSV(file))
        guard isAnySourceUnnamed || naming.contains(where: { name.isNamed(by: $0.patterns) }) else { return }
        throw .workbookNotRead(file)
    }

    /// Decides about a sheet. A source that names the workbook has precedence; otherwise the header decides, among the
    /// sources that name no files.
    private func sheet(
        _ file: String, _ landed: LandedFile, of workbook: String, _ named: Int?
    ) throws(ExtractError) -> Claim {
        let candidates = named.map { formats[$0] + otherFormats } ?? unnamed
        let recognition = FormatRecognition(landed, candidates)
        let best = recognition.best
        if let first = best.first {
            guard named != nil || best.allSatisfy({ $0.source == first.source }) else {
                let names = best.map { $0.source.map { plan.sources[$0].name } ?? $0.table.name }
                throw .ambiguousFormat(file: file, sources: names)
            }
            return first.source == nil
                ? .leftOut(other(file, first))
                : .extract(extract(file, landed, first, named == nil ? .header : .name, opened: recognition.opened))
        }
        if let extractError = recognition.doubt { throw extractError }
        let (note, source) = reason(landed)
        let near = recognition.nearHeader.flatMap { $0.source == nil ? nil : $0 }
        return .otherSheet(
            OtherSheet(
                workbook: workbook,
                file: LeftOutFile(file: file, rule: .unclaimedFile, note: note, source: source),
                nearest: near.map { extract(file, landed, $0, named == nil ? .header : .name) },
                isTable: landed.sheet.map { sheet in
                    sheet.isTable
                        && named.map { sheet.columns >= formats[$0][0].table.fields.count { $0.isNeeded } } ?? true
                } ?? false, isEmpty: landed.size == 0,
                fallback: named.map { extract(file, landed, near ?? formats[$0][0], .name) }))
    }

    private func byHeader(
        _ file: String, _ look: Result<LandedFile, ExtractError>
    ) throws(ExtractError) -> Claim {
        // If every source names its files, any other file is left out even if it cannot be opened.
        let isWanted = isAnySourceUnnamed
        guard Self.endings.contains(where: { file.lowercased().hasSuffix($0) }) else {
            let endings = Self.endings + ContainerKind.workbooks + ContainerKind.archives
            let note = "its name does not end in " + endings.joined(separator: ", ")
            return .leftOut(LeftOutFile(file: file, rule: .unclaimedFile, note: isWanted ? note : nil))
        }
        let landed: LandedFile
        do throws(ExtractError) {
            landed = try look.get()
        } catch {
            guard !isWanted else { throw error }
            return .leftOut(LeftOutFile(file: file, rule: .unclaimedFile, note: nil))
        }
        let recognition = FormatRecognition(landed, unnamed)
        guard let best = recognition.best.first else {
            if let extractError = recognition.doubt { throw extractError }
            let (note, source) = reason(landed)
            return .leftOut(LeftOutFile(file: file, rule: .unclaimedFile, note: note, source: source))
        }
        let all = recognition.best
        guard all.allSatisfy({ $0.source == best.source }) else {
            let names = all.map { $0.source.map { plan.sources[$0].name } ?? $0.table.name }
            throw .ambiguousFormat(file: file, sources: names)
        }
        return best.source == nil
            ? .leftOut(other(file, best))
            : .extract(extract(file, landed, best, .header, opened: recognition.opened))
    }

    /// Returns the reason for leaving out a file that no source takes by name or header. If the header fits a source
    /// with patterns that do not name the file, returns that source too.
    private func reason(_ file: LandedFile) -> (note: String?, source: String?) {
        let all = FormatRecognition(file, formats.flatMap { $0 })
        guard let source = all.best.first?.source else { return (all.shortcoming, nil) }
        let name = plan.sources[source].name
        return ("its header fits the source '\(name)', but that source's 'files' do not name it", name)
    }

    private func other(_ file: String, _ format: FormatRecognition.Format) -> LeftOutFile {
        LeftOutFile(file: file, rule: .otherFormat, note: format.table.describedAs)
    }

    private func failure(of source: PipelinePlan.Source, _ leftOut: [LeftOutFile]) -> RunFailure.MissingSource {
        RunFailure.MissingSource(
            title: source.title, patterns: source.patterns.map(\.text),
            passedOver: leftOut.compactMap { file in file.note.map { "\(file.file): \($0)" } })
    }
}

/// A file of the landing folder that no source takes, with the reason.
public struct LeftOutFile: Hashable, Sendable {
    /// The path relative to the landing folder.
    public let file: String
    /// `unclaimed-file` or `other-format`.
    public let rule: FindingRule
    /// The file's known format, or the columns that the nearest schema lacks in the file.
    public let note: String?
    /// The source that the header fits, although the source's patterns do not name the file.
    public let source: String?

    /// Creates a file from its parts.
    public init(file: String, rule: FindingRule, note: String?, source: String? = nil) {
        self.source = source
        self.file = file
        self.rule = rule
        self.note = note
    }
}
