public import Core
public import Indicators

/// The figures that differ from an issued release.
public struct RevisedFigures: Sendable {
    /// The quarter and the identifier of the issued release.
    public let quarter: FinancialQuarter
    public let releaseID: String
    /// The revised figures, in the order of the tables.
    public let revisions: [FigureRevision]

    /// Creates the list of figures that differ from the release issued for the quarter.
    public init(issuedFor quarter: FinancialQuarter, releaseID: String, revisions: [FigureRevision]) {
        self.quarter = quarter
        self.releaseID = releaseID
        self.revisions = revisions
    }

    /// The changes in sentences: how many figures differ, the largest changes to counts, and the directions that
    /// turned.
    public var sentences: [String] {
        guard !revisions.isEmpty else {
            return ["No figure differs from the release that was issued for \(quarter.title)."]
        }
        let count = Rational(revisions.count).formatted(decimals: 0, grouped: true)
        let verb = revisions.count == 1 ? "figure differs" : "figures differ"
        return ["\(count) \(verb) from the release that was issued for \(quarter.title)."]
            + largest.map(Self.sentence) + revisions.turned.map { $0.turning + "." }
    }

    /// The three largest changes to counts, with each row, area and period only once.
    private var largest: [FigureRevision] {
        func size(_ revision: FigureRevision) -> Rational {
            (try? revision.change?.magnitude()) ?? Rational(0)
        }
        var known: Set<String> = []
        // A difference that is too small to be printed is left out, because the sentence would show the same figure
        // twice.
        let counts = revisions.enumerated().filter { _, revision in
            revision.figure.measure == .value && revision.isOfNumbers
                && revision.previousDisplay != revision.plainDisplay
        }
        return counts.sorted { (size($1.element), $0.offset) < (size($0.element), $1.offset) }.map(\.element)
            .filter { known.insert($0.figure.row + "\u{0}" + $0.figure.area + $0.figure.period).inserted }
            .prefix(3).map(\.self)
    }

    private static func sentence(_ revision: FigureRevision) -> String {
        let figure = revision.figure
        return "\(figure.row), \(figure.area), \(PageWords.period(figure.period)): \(revision.previousDisplay) is now "
            + "\(revision.plainDisplay) (\(revision.causes))."
    }
}

extension FigureRevision {
    /// The figure as printed, without the markers after it.
    var plainDisplay: String {
        var plain = figure
        plain.markers = []
        return plain.display
    }

    /// A sentence, without a full stop, saying that the direction of travel turned: `Shoplifting, Hartlepool: issued as
    /// a fall (-7), now a rise (2)`.
    public var turning: String {
        guard let was = direction?.was, let now = direction?.now else { return "" }
        // If the figure had no number, the direction comes from other figures of its row.
        let display = previousDisplay.hasPrefix("[") ? "" : " (\(previousDisplay))"
        let displayNow = figure.value.number == nil && figure.measure != .direction ? "" : " (\(plainDisplay))"
        return "\(figure.row), \(figure.area): issued as \(was.noun)\(display), now \(now.noun)\(displayNow)"
    }

    /// The causes in words, with the effect of each on a count: `cancelled -1, late rows +3`.
    public var causes: String {
        shares.map { share in
            guard let weight = share.weight else { return share.cause.words }
            let digits = weight.formatted(decimals: weight.denominator == 1 ? 0 : 1, grouped: true)
            return "\(share.cause.words) \(weight < Rational(0) ? "" : "+")\(digits)"
        }.joined(separator: ", ")
    }
}
