import Completeness
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

/// What a run found, before anything is written. It is complete when it is made.
public struct RunResult: Sendable {
    /// The figures before anything was withheld, and what they are counted from.
    package let figures: QuarterFigures
    /// The tables, in the order of the definition.
    public let tables: [FigureTable]
    /// The true numbers behind the figures of sources of which something may have to be withheld.
    let numbers: [DisclosedNumber]
    /// Those sources, also when the release has no number of them.
    let guardedSources: Set<String>
    /// Findings about figures whose sources are incomplete or uncertain.
    let uncertainties: [Finding]
    /// What must have been delivered for the quarter's figures and was not, or not as a whole.
    package let gaps: [Delivery]
    /// The issued release that the figures are compared with, and those that it had with another value.
    let comparedWith: Manifest.ComparedRelease?
    public let revisions: [FigureRevision]
    /// Other issued releases that readers have.
    let alsoIssued: [Manifest.ComparedRelease]
    /// Notices about the protection of small numbers, for the maker of the release.
    public let protection: [ProtectionNotice]
    /// The sources of which a release states no numbers of rows.
    let confidentialSources: Set<String>

    /// A result from its parts. `published` says which small numbers readers have.
    init(
        _ figures: QuarterFigures, _ safe: ProtectedTables, alsoIssued: [Manifest.ComparedRelease] = [],
        published: [ProtectionNotice] = [], comparison: RunComparison? = nil
    ) {
        let (plan, quarter, landed) = (figures.plan, figures.quarter, figures.landed)
        let revised = Set((comparison?.revisions ?? []).filter(\.isOfNumbers).map(\.figure))
        self.figures = figures
        tables = safe.tables.map { table in
            comparison == nil ? table : table.marking(.revised) { revised.contains($0) }
        }
        numbers = safe.numbers
        guardedSources = safe.guardedSources
        uncertainties =
            safe.uncertainties + SilentAreas(plan: plan, facts: landed.facts).findings(for: quarter)
            + SilentForces(plan: plan, facts: landed.facts, extracts: landed.extracts).findings(for: quarter)
            + SilentAgencies(plan: plan, extracts: landed.extracts).findings(for: quarter)
            + MissingDenominators(plan: plan).findings(for: quarter)
        gaps = DeliveryReview(plan: plan, facts: landed.facts).deliveries(for: quarter).filter(\.isGap)
        comparedWith = comparison?.release
        revisions = comparison?.revisions ?? []
        self.alsoIssued = alsoIssued
        protection = safe.notices + published
        confidentialSources = safe.confidentialSources
    }
}

extension RunResult {
    /// What the figures are counted from.
    package var landed: LandedFacts { figures.landed }
    package var plan: PipelinePlan { landed.plan }
    package var facts: SourceFacts { landed.facts }
    package var extracts: [ExtractOutcome] { landed.extracts }
    /// The quarter that the tables are about.
    public var quarter: FinancialQuarter { figures.quarter }
    /// Files of the landing folder that no source takes.
    public var leftOut: [LeftOutFile] { landed.leftOut }

    /// What was found in each extract, in order, then what was found of the quarter.
    public var findings: [Finding] {
        extracts.flatMap(\.findings) + landed.corrections.flatMap(\.findings)
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
        try SelfAudit(plan: plan, quarter: quarter, layouts: figures.layouts).check(tables)
    }

    /// The account of each extract, in order.
    public var accounts: [(source: String, file: String, account: RowAccount)] {
        extracts.map { (plan.sources[$0.source].name, $0.file, $0.account) }
    }

    /// Whether there are too many extracts to list, on a page of the release or elsewhere.
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
        for index in extracts.indices {
            all[extracts[index].file] = landed.acceptedByGroup(of: index, besides: confidentialSources)
        }
        return all
    }

    /// For each file of corrections, how many rows are resolved, at fault still, and without a row that they could replace.
    public var correctionCounts: [(file: String, resolved: Int, atFault: Int, unused: Int)] {
        landed.corrections.map { ($0.file, $0.resolved, $0.atFault, $0.unused) }
    }

    /// All accounts together.
    public var total: RowAccount { extracts.reduce(into: RowAccount()) { $0 += $1.account } }
}

extension FigureRevision {
    /// That the direction of travel is another one than was issued, where a reader would look for it.
    fileprivate var finding: Finding {
        Finding(
            .directionTurned, file: figure.table + ".csv",
            note: "\(turning), because of " + shares.map(\.cause.words).joined(separator: ", "))
    }
}
