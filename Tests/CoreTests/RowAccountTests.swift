import Core
import Testing

@Suite struct RowAccountTests {
    @Test("An account balances only when every row is accounted for")
    func balance() {
        var account = RowAccount()
        #expect(account.balances)
        account.read = 21
        (account.accepted, account.duplicate, account.superseded, account.cancelled) = (6, 5, 4, 3)
        account.quarantined = [.invalidDate: 1, .unknownArea: 1]
        account.outOfScope = [.outsideArea: 1]
        #expect(account.balances)
        account.blankLines = 9
        #expect(account.balances)
        account.read += 1
        #expect(!account.balances)
    }

    @Test("Accounts add up by rule and reason")
    func sums() {
        var (a, b) = (RowAccount(), RowAccount())
        (a.read, a.accepted, a.quarantined, a.blankLines) = (5, 3, [.invalidDate: 2], 1)
        (b.read, b.accepted, b.quarantined, b.outOfScope) = (6, 2, [.invalidDate: 1, .fieldCount: 1], [.noLocation: 2])
        let sum = a + b
        #expect(sum.quarantined == [.invalidDate: 3, .fieldCount: 1])
        #expect(sum.outOfScopeTotal == 2)
        #expect(sum.blankLines == 1)
        #expect(sum.balances)
        (a.titleLines, a.totalsRows, a.repeatedHeaders, a.footerLines) = (1, 2, 3, 4)
        (b.titleLines, b.totalsRows, b.repeatedHeaders, b.footerLines) = (10, 20, 30, 40)
        let beside = a + b
        #expect(beside.titleLines == 11 && beside.totalsRows == 22)
        #expect(beside.repeatedHeaders == 33 && beside.footerLines == 44)
        #expect(beside.read == sum.read && beside.balances)
        #expect(a + RowAccount() == a)
    }

    @Test("The entries have everything that the account has, in the order of the catalogues")
    func entries() {
        var account = RowAccount()
        (account.read, account.accepted, account.duplicate, account.blankLines) = (9, 4, 1, 2)
        account.quarantined = [.unknownArea: 1, .fieldCount: 2]
        account.outOfScope = [.noLocation: 1]
        #expect(
            account.entries.map { "\($0.measure.rawValue) \($0.reason) \($0.rows)" } == [
                "read  9", "accepted  4", "quarantined field-count 2", "quarantined unknown-area 1", "duplicate  1",
                "superseded  0", "cancelled  0", "out-of-scope no-location 1", "balance  0", "not-data blank-line 2",
            ])
        account.read += 1
        #expect(account.balance == 1)
        let sum = account.entries.reduce(0) { sum, entry in
            switch entry.measure {
            case .read: sum + entry.rows
            case .notData: sum
            default: sum - entry.rows
            }
        }
        #expect(sum == 0)
        #expect(RowAccount().entries.map(\.measure) == RowAccount.Measure.allCases)
    }

    @Test("Rule codes are stable kebab-case, and each has its explanation", arguments: FindingRule.allCases)
    func catalogue(rule: FindingRule) {
        #expect(rule.rawValue.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil)
        #expect(!rule.explanation.isEmpty)
        #expect(FindingRule.allCases.count { $0.explanation == rule.explanation } == 1)
    }

    @Test("A finding states file, line, column, value, meaning, suggestion and code")
    func wording() {
        let finding = Finding(
            .unknownArea, file: "a.csv", line: 3, column: "la", value: "Hartlepol", suggestions: ["Hartlepool"])
        #expect(
            finding.description
                == "a.csv:3: la: 'Hartlepol': the reference table of areas has no such local authority or partnership; "
                + "did you mean 'Hartlepool'? [unknown-area]")
        let several = Finding(.unknownColumn, file: "a.csv", column: "x", suggestions: ["a", "b", "c"])
        #expect(several.description.contains("; did you mean 'a', 'b' or 'c'? ["))
        #expect(several.moved(by: 2).suggestions == ["a", "b", "c"])
    }
}
