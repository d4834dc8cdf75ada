public import Core
import Disclosure
public import Indicators
public import Intake
package import Records
public import ReleaseDisclosure
import Releases
import Reporting
import TableAudit
import Validation

/// What a run found, before anything is written.
public struct RunResult: Sendable {
    package let plan: PipelinePlan
    /// The quarter that the tables are about.
    public let quarter: FinancialQuarter
    /// The tables, in the order of the definition.
    public private(set) var tables: [FigureTable]
    /// The true numbers behind the figures of sources of which something may have to be withheld.
    let numbers: [DisclosedNumber]
    /// Those sources, also when the release has no number of them.
    let guardedSources: Set<String>
    /// What is worth a look in the figures, because their sources say too little.
    let uncertainties: [Finding]
    package let facts: SourceFacts
    package let extracts: [ExtractOutcome]
    /// For each extract, how many of its rows count in each category of its source's classification.
    let acceptedByCategory: [[Int: Int]]
    /// What must have been delivered for the quarter's figures and was not, or not as a whole.
    package let gaps: [Delivery]
    /// Files of the landing folder that no source takes.
    public let leftOut: [LeftOutFile]
    /// What became of rows that somebody put right.
    let corrections: [Corrections.Report]
    /// For each extract, what became of its rows; empty unless they were traced.
    package let traces: [ExtractTrace]
    package let input: String
    /// The issued release that the figures are compared with, and those that it had with another value.
    private(set) var comparedWith: Manifest.ComparedRelease?
    /// Other issued releases that readers have.
    var alsoIssued: [Manifest.ComparedRelease] = []
    public private(set) var revisions: [FigureRevision] = []
    /// What whoever makes the release must know of how small numbers are withheld.
    public internal(set) var protection: [ProtectionNotice] = []

    /// What was found in each extract, in order, then what was found of the quarter.
    public var findings: [Finding] {
        extracts.flatMap(\.findings) + corrections.flatMap(\.findings)
            + leftOut.map { Finding($0.rule, file: $0.file, note: $0.note) } + quarterFindings
    }

    /// When the extracts were delivered, as far as that is known.
    package var deliveries: [(file: String, day: CalendarDate)] {
        extracts.compactMap { extract in extract.delivered.map { (extract.file, $0) } }
    }

    /// What to do about findings, in the words that `validate` has for them; nil where a finding says it.
    public var remedies: (Finding) -> String? {
        let files = Dictionary(
            extracts.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
        return { finding in files[finding.file].flatMap { extracts[$0].schema.remedy(for: finding) } }
    }

    /// What was found of the quarter alone: gaps in what must be delivered for it, what is
    /// uncertain of its figures, and directions of travel that turned.
    public var quarterFindings: [Finding] {
        gaps.compactMap(\.finding) + uncertainties + revisions.turned.map(\.finding)
    }

    /// Throws when figures that are to be published contradict each other.
    public func audit(_ tables: [FigureTable]) throws(RunFailure) {
        try SelfAudit(plan: plan, quarter: quarter).check(tables)
    }

    /// The account of each extract, in order.
    public var accounts: [(source: String, file: String, account: RowAccount)] {
        extracts.map { (plan.sources[$0.source].name, $0.file, $0.account) }
    }

    /// Whether there are more extracts than anybody reads of, on a page of the release or elsewhere.
    public var hasTooManyExtractsToList: Bool { extracts.count > DataQualityPage.maxListed }

    /// For each source with extracts its title, how many there are, and their accounts together, in the order of their first.
    public var accountsBySource: [(source: String, extracts: Int, account: RowAccount)] {
        var found: [(source: String, extracts: Int, account: RowAccount)] = []
        var places: [Int: Int] = [:]
        for extract in extracts {
            let place = places[extract.source] ?? found.count
            if place == found.count {
                places[extract.source] = place
                found.append((plan.sources[extract.source].title, 0, RowAccount()))
            }
            found[place].extracts += 1
            found[place].account += extract.account
        }
        return found
    }

    /// For each extract with categories, how many of its rows count in each group that a code belongs to.
    public var acceptedByGroup: [String: [String: Int]] {
        var all: [String: [String: Int]] = [:]
        let guarded = confidentialSources
        for index in extracts.indices { all[extracts[index].file] = acceptedByGroup(of: index, besides: guarded) }
        return all
    }

    /// The same of one extract; nil for sources without groups, and for the confidential ones: few rows of a group may be
    /// few persons.
    func acceptedByGroup(of extract: Int, besides confidential: Set<String>) -> [String: Int]? {
        let source = plan.sources[extracts[extract].source]
        guard let classification = source.classification, !extracts[extract].schema.sensitive,
            !confidential.contains(source.name)
        else { return nil }
        var groups: [String: Int] = [:]
        for (category, count) in acceptedByCategory[extract] {
            let code = classification.codes[category]
            guard let group = code.group else { continue }
            groups[classification.groups[group].name, default: 0] += count
        }
        return groups
    }

    /// For each file of corrections, how many rows are resolved, at fault still, and without a row that they could replace.
    public var correctionCounts: [(file: String, resolved: Int, atFault: Int, unused: Int)] {
        corrections.map { ($0.file, $0.resolved, $0.atFault, $0.unused) }
    }

    /// All accounts together.
    public var total: RowAccount { extracts.reduce(into: RowAccount()) { $0 += $1.account } }
}

extension RunResult {
    /// Takes what was found when the figures were compared with an issued release; those that had another value are marked.
    mutating func take(_ found: [FigureRevision], of release: Manifest.ComparedRelease) {
        comparedWith = release
        revisions = found
        let revised = Set(found.filter(\.isOfNumbers).map(\.figure))
        tables = tables.map { $0.marking(.revised) { revised.contains($0) } }
    }
}

extension FigureRevision {
    /// That the direction of travel is another one than was issued, where a reader would look for it.
    fileprivate var finding: Finding {
        Finding(
            .directionTurned, file: figure.table + ".csv",
            note: "\(turning), by " + shares.map(\.cause.words).joined(separator: ", "))
    }
}
