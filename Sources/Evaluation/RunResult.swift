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

/// The result of a run, before anything is written. Nothing is added to it later.
public struct RunResult: Sendable {
    /// The figures before any was withheld, and the facts from which they are calculated.
    package let figures: QuarterFigures
    /// The tables, in the order of the definition.
    public let tables: [FigureTable]
    /// The true numbers behind figures, for the sources that can have figures to withhold.
    let numbers: [DisclosedNumber]
    /// The names of those sources, even if the release has none of their numbers.
    let guardedSources: Set<String>
    /// Findings about figures from incomplete or uncertain sources.
    let uncertainties: [Finding]
    /// The missing or incomplete deliveries that the quarter's figures need.
    package let gaps: [Delivery]
    /// The issued release that the figures are compared with, and the figures that had another value in it.
    let comparedWith: Manifest.ComparedRelease?
    public let revisions: [FigureRevision]
    /// Other issued releases that readers have.
    let alsoIssued: [Manifest.ComparedRelease]
    /// Notices about the protection of small numbers, for the maker of the release.
    public let protection: [ProtectionNotice]
    /// The sources for which a release states no numbers of rows.
    let confidentialSources: Set<String>

    /// Creates a result from its parts. `published` says which small numbers readers have.
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
            + ConstituentGaps(plan: plan, facts: landed.facts).findings(for: quarter)
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
    /// The facts from which the figures are calculated.
    package var landed: LandedFacts { figures.landed }
    package var plan: PipelinePlan { landed.plan }
    package var facts: SourceFacts { landed.facts }
    package var extracts: [ExtractOutcome] { landed.extracts }
    /// The quarter of the tables.
    public var quarter: FinancialQuarter { figures.quarter }
    /// Files of the landing folder that no source reads.
    public var leftOut: [LeftOutFile] { landed.leftOut }

    /// The findings in this order: on the extracts, on corrections, on files that were left out, and on the quarter.
    public var findings: [Finding] {
        extracts.flatMap(\.findings) + landed.corrections.flatMap(\.findings)
            + leftOut.map { Finding($0.rule, file: $0.file, note: $0.note) } + quarterFindings
    }

    /// When the extracts were delivered, as far as that is known.
    package var deliveries: [(file: String, day: CalendarDate)] {
        extracts.compactMap { extract in extract.delivered.map { (extract.file, $0) } }
    }

    /// Returns what to do about a finding, in the words of `validate`; nil where the finding itself says it.
    public var remedies: (Finding) -> String? {
        let files = Dictionary(
            extracts.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
        return { finding in files[finding.file].flatMap { extracts[$0].schema.remedy(for: finding) } }
    }

    /// The findings on the quarter only: gaps in its deliveries, uncertainties of its figures, and directions of travel
    /// that have turned.
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

    /// Whether there are too many extracts to list them, on a page of the release or elsewhere.
    public var hasTooManyExtractsToList: Bool { extracts.count > DataQualityPage.maxListed }

    /// For each source with extracts, its title, the number of its extracts and the sum of their accounts. Sources are
    /// in the order of their first extracts.
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

    /// For each extract with categories, how many of its rows count in each group of codes.
    public var acceptedByGroup: [String: [String: Int]] {
        var all: [String: [String: Int]] = [:]
        for index in extracts.indices {
            all[extracts[index].file] = landed.acceptedByGroup(of: index, besides: confidentialSources)
        }
        return all
    }

    /// For each file of corrections, how many rows are resolved, how many are still at fault, and how many replace no
    /// row.
    public var correctionCounts: [(file: String, resolved: Int, atFault: Int, unused: Int)] {
        landed.corrections.map { ($0.file, $0.resolved, $0.atFault, $0.unused) }
    }

    /// The sum of all accounts.
    public var total: RowAccount { extracts.reduce(into: RowAccount()) { $0 += $1.account } }
}

extension FigureRevision {
    /// The finding that the direction of travel differs from the issued one. It names the table's file, where a reader
    /// would look for the direction.
    fileprivate var finding: Finding {
        Finding(
            .directionTurned, file: figure.table + ".csv",
            note: "\(turning), because of " + shares.map(\.cause.words).joined(separator: ", "))
    }
}
