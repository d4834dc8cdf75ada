public import Core
public import Disclosure
import Files
import Glibc
public import Ingestion

/// Why a run could not produce a release. Errors of the definition and of the output have types of their own.
public enum RunFailure: Error, Sendable {
    /// There is no landing folder.
    case noLandingFolder(String)
    /// The landing folder, or a folder in it, cannot be read.
    case unreadableFolder(String, errno: Int32)
    /// Sources that must have an extract have none: the source's title and its patterns.
    case noExtracts([MissingSource], folder: String)
    /// Of sources that must have an extract none had been delivered by the end of the day: the title of each, and the first day
    /// on which there was one.
    case noneDelivered(by: CalendarDate, [FirstDelivery])
    /// Extracts that cannot be read.
    case refused([ExtractError])
    /// The day of delivery of these extracts is not known, so that they can be neither early nor late.
    case deliveryUnknown(files: [String])
    /// No quarter has rows of every source for each of its months.
    case noCompleteQuarter([String])
    /// No source has a row for the requested quarter; what is at fault with the rows of its files, in words.
    case nothingInQuarter(FinancialQuarter, atFault: [String] = [])
    /// An extract's rows do not add up: a fault of the program.
    case unbalanced(file: String, RowAccount)
    /// A listing has every count of its source, of which another pipeline withholds some.
    case listingDiscloses(String)
    /// It cannot be decided whether the tables reveal small numbers of persons.
    case undecided(DisclosureFailure)
    /// Figures that were to be published contradict each other: a fault of the program. Each finding in words.
    case contradictoryFigures([String])

    /// When a source was first delivered.
    public struct FirstDelivery: Hashable, Sendable {
        /// What the source is, and the first day.
        public let title: String
        public let day: CalendarDate

        /// From its parts.
        package init(title: String, day: CalendarDate) {
            self.title = title
            self.day = day
        }
    }

    /// A source without an extract.
    public struct MissingSource: Hashable, Sendable {
        /// What it is, and which file names would do; none when files are recognised by their header.
        public let title: String
        public let patterns: [String]
        /// Why the files that are there are not its own, for sources that recognise theirs.
        public let passedOver: [String]

        /// From its parts.
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
    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .noLandingFolder(let path):
            return "\(path): there is no such folder; name the landing folder with --input"
        case .unreadableFolder(let path, let code):
            let reason = String(cString: strerror(code))
            return ReadPermission.denies(code)
                ? "\(path): cannot be read: \(reason); ask its owner for the right to read it"
                : "\(path): cannot be read: \(reason); check the disk and run again"
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
