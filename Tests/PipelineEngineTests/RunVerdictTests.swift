import PipelineEngine
import Testing

@Suite("Why an exit status is not 0")
struct RunVerdictTests {
    private static let reasons: [RunVerdict.Reason] = [
        .quarantine(rows: 13, of: 1000, folder: "out/state/quarantine/abc"), .deliveriesTooSmall(["a.csv", "b.csv"]),
        .rowsAtFault(figures: 12),
        .unclaimedExtracts(file: "a.csv", source: "crime", others: 0), .quarterNotDelivered(sources: ["crime"]),
        .unassignedRows(figures: 1),
        .implausibleChanges(1), .deliveries(late: 2, partial: 0),
        .releasesDiffer(parts: 1, figures: 12), .otherBytes(["a.csv"]), .notCompared(2),
        .otherParts(parts: 2, figures: 1),
        .impossibleFigures(3), .numbersTooLarge(figures: 2), .smallNumbersPublished(files: 2),
    ]

    @Test("Every reason has its own code, and one complete sentence of at most 25 words")
    func sentences() {
        #expect(Set(Self.reasons.map(\.code)).count == Self.reasons.count)
        for reason in Self.reasons {
            #expect(reason.sentence.hasSuffix("."))
            #expect(!reason.sentence.dropLast().contains(". "))
            // No path here contains a space, so each counts as one word.
            #expect(reason.sentence.split(separator: " ").count <= 25, "\(reason.sentence)")
        }
    }

    @Test("The quarantine's sentence has the share, the rows, the limit and the folder")
    func quarantine() {
        #expect(
            Self.reasons[0].sentence
                == "Published with findings: 1.3% of the rows (13 of 1,000) are in quarantine, and the limit is 1%; see "
                + "out/state/quarantine/abc.")
    }

    @Test("A share just above the limit is not printed as the limit", arguments: [100_000, 1_000_000, 10_000_000])
    func justAbove(read: Int) {
        let rows = read / 100 + 1
        let reason = RunVerdict.Reason.quarantine(rows: rows, of: read, overLimitIn: nil)
        #expect(reason?.sentence.contains(" 1.0%") == false)
        #expect(reason?.sentence.contains(" 1.00") == true)
    }

    @Test("A number at the limit is not a reason, and neither is zero")
    func limit() {
        #expect(RunVerdict.Reason.quarantine(rows: 10, of: 1000, overLimitIn: nil) == nil)
        #expect(RunVerdict.Reason.quarantine(rows: 11, of: 1000, overLimitIn: nil) != nil)
        #expect(RunVerdict.Reason.quarantine(rows: 0, of: 0, overLimitIn: nil) == nil)
    }

    @Test("A verdict has findings exactly when it has remarks")
    func remarks() {
        #expect(!RunVerdict([]).hasFindings && RunVerdict([]).remarks.isEmpty)
        let verdict = RunVerdict(Self.reasons)
        #expect(verdict.hasFindings && verdict.remarks.map(\.sentence) == Self.reasons.map(\.sentence))
    }
}
