public import Core
public import Disclosure
import Files
public import Ingestion
public import SystemPackage

/// The reason why a run could not produce a release. Errors of the definition and of the output have types of their
/// own.
public enum RunFailure: Error, Sendable {
    /// There is no landing folder.
    case noLandingFolder(String)
    /// The landing folder, or a folder in it, cannot be read.
    case unreadableFolder(String, errno: Errno)
    /// Required sources without an extract, each with its title and patterns.
    case noExtracts([MissingSource], folder: String)
    /// Required sources without an extract delivered by the end of the day, each with its title and the day of its
    /// first delivery.
    case noneDelivered(by: CalendarDate, [FirstDelivery])
    /// Extracts that cannot be read.
    case refused([ExtractError])
    /// Extracts with an unknown day of delivery, so that they cannot be selected by day.
    case deliveryUnknown(files: [String])
    /// No quarter has rows of every source for each of its months.
    case noCompleteQuarter([String])
    /// No source has a row for the requested quarter. `atFault` describes the rows at fault in its files.
    case nothingInQuarter(FinancialQuarter, atFault: [String] = [])
    /// The account of an extract does not balance, which is a fault of the program.
    case unbalanced(file: String, RowAccount)
    /// A listing shows every count of its source, although another pipeline withholds some of them.
    case listingDiscloses(String)
    /// The program cannot decide whether the tables reveal small numbers of persons.
    case undecided(DisclosureFailure)
    /// Figures to be published contradict each other, which is a fault of the program. Each finding is in words.
    case contradictoryFigures([String])

    /// The first delivery of a source.
    public struct FirstDelivery: Hashable, Sendable {
        /// The title of the source; `day` is the day of its first delivery.
        public let title: String
        public let day: CalendarDate

        /// Creates a delivery from its parts.
        package init(title: String, day: CalendarDate) {
            self.title = title
            self.day = day
        }
    }

    /// A source without an extract.
    public struct MissingSource: Hashable, Sendable {
        /// The title of the source. `patterns` are the file names that it accepts; empty if files are recognised by
        /// their header.
        public let title: String
        public let patterns: [String]
        /// The reasons why files in the folder do not belong to a source that recognises its files by their header.
        public let passedOver: [String]

        /// Creates a source from its parts.
        package init(title: String, patterns: [String], passedOver: [String]) {
            self.title = title
            self.patterns = patterns
            self.passedOver = passedOver
        }
    }
}

extension RunFailure.MissingSource {
    fileprivate var remedy: String {
        guard patterns.isEmpty else { return "; put a file named " + patterns.joined(separator: " or ") + " there" }
        return (["; none of the files there has the right header"] + passedOver).joined(separator: "\n  ")
    }
}

extension RunFailure: CustomStringConvertible {
    /// The failure and its remedy.
    public var description: String {
        switch self {
        case .noLandingFolder(let path):
            return "\(path): there is no such folder; name the landing folder with --input"
        case .unreadableFolder(let path, let code):
            return ReadPermission.denies(code)
                ? "\(path): cannot be read: \(code); ask its owner for the right to read it"
                : "\(path): cannot be read: \(code); check the disk and run again"
        case .noExtracts(let missing, let folder):
            return missing.map { source in
                "\(folder): no extract of '\(source.title)'" + source.remedy
            }.joined(separator: "\n")
        case .noneDelivered(let day, let firsts):
            return firsts.map { first in
                "no extract of '\(first.title)' had been delivered by \(day); the first was delivered on \(first.day): name that day or a "
                    + "later one with --as-at"
            }.joined(separator: "\n")
        case .refused(let extractErrors): return extractErrors.map(\.description).joined(separator: "\n")
        case .deliveryUnknown(let files):
            return files.map { file in
                "\(file): its day of delivery is not known; begin its name with the day, put a file "
                    + "\(file)\(DeliveryDates.ending) with the day beside it, or, for an extract, write 'delivered' into its schema"
            }.joined(separator: "\n")
        case .noCompleteQuarter(let reasons):
            return (["no quarter is complete; name one with --quarter to publish it with gaps"] + reasons).joined(
                separator: "\n")
        case .nothingInQuarter(let quarter, let atFault):
            let time = "\(quarter.period.words) (\(quarter))"
            if atFault.isEmpty { return "no extract has a row for \(time)" }
            return (["no row is counted for \(time)"] + atFault).joined(separator: "\n  ")
        case .listingDiscloses(let listing):
            return
                "the listing '\(listing)' would reveal counts that another pipeline in the output folder withholds; remove the listing"
        case .undecided(let failure): return "nothing was published: \(failure)"
        case .unbalanced(let file, let account):
            return "\(file): \(UnitNoun(plural: "rows").counted(account.read)) "
                + "\(account.read == 1 ? "was" : "were") read, but only "
                + "\(account.accepted + account.quarantinedTotal + account.duplicate + account.superseded + account.cancelled + account.outOfScopeTotal)"
                + " can be accounted for; nothing was published. This is a fault of the program: report it"
        case .contradictoryFigures(let findings):
            return (findings + ["nothing was published. This is a fault of the program: report it"]).joined(
                separator: "\n")
        }
    }
}
