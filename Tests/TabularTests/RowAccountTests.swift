import Tabular
import Testing

@Suite struct RowAccountTests {
    @Test("An account balances when every row went somewhere, and only then")
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

    @Test("Rule codes are stable kebab-case, and each has its explanation", arguments: FindingRule.allCases)
    func catalogue(rule: FindingRule) {
        #expect(rule.rawValue.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil)
        #expect(!rule.explanation.isEmpty)
        #expect(FindingRule.allCases.count { $0.explanation == rule.explanation } == 1)
    }

    @Test("A finding tells file, line, column, value, meaning, suggestion and code")
    func wording() {
        let finding = Finding(
            .unknownArea, file: "a.csv", line: 3, column: "la", value: "Hartlepol", suggestion: "Hartlepool")
        #expect(
            finding.description
                == "a.csv:3: la: 'Hartlepol': no such local authority or partnership in the reference table of areas; "
                + "did you mean 'Hartlepool'? [unknown-area]")
    }
}
