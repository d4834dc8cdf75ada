import Core
import Indicators

extension DisclosureProblem {
    /// The remainder of a shown count when other shown counts that lie within it and do not overlap are subtracted.
    struct Rest {
        let parts: [Int]
        /// The count, and the counts that are subtracted from it.
        let counts: [Int]
    }

    /// Returns the small remainders of shown counts, such as a total less two of its rows. Each is returned once, and
    /// only if it is not a count itself. Readers know them exactly. Remainders that follow from earlier publications by
    /// themselves are left out. So are remainders that equal a withheld count within them. That count is checked
    /// itself, and the other parts of the remainder leave it other possible values.
    func smallRests(withheld: Set<Int>) -> [Rest] {
        guard !isTooLarge, policies.contains(where: { $0 != .none }) else { return [] }
        var countsOfPart = [[Int]](repeating: [], count: parts)
        for index in counts.indices where !withheld.contains(index) {
            for part in counts[index].parts { countsOfPart[part].append(index) }
        }
        let hiddenByValue = Dictionary(grouping: withheld) { value($0) }
        var seen = Set(counts.map { Set($0.parts) })
        var found: [Rest] = []
        var shared = [Int](repeating: 0, count: counts.count)
        for whole in counts.indices where !withheld.contains(whole) {
            var near: [Int] = []
            for part in counts[whole].parts {
                for other in countsOfPart[part] {
                    if shared[other] == 0 { near.append(other) }
                    shared[other] += 1
                }
            }
            let size = counts[whole].parts.count
            let within = near.filter { shared[$0] == counts[$0].parts.count && counts[$0].parts.count < size }
            for other in near { shared[other] = 0 }
            guard within.count > 1 else { continue }
            for isLargestFirst in [true, false] {
                let order = within.sorted { one, other in
                    let (a, b) = (counts[one].parts.count, counts[other].parts.count)
                    return a == b ? one < other : (a > b) == isLargestFirst
                }
                if let rest = rest(of: whole, order, besides: hiddenByValue), seen.insert(Set(rest.parts)).inserted {
                    found.append(rest)
                }
            }
        }
        return found
    }

    /// Returns the remainder; nil when readers are allowed to know it.
    private func rest(of whole: Int, _ within: [Int], besides hidden: [Int: [Int]]) -> Rest? {
        var (left, value, taken) = (Set(counts[whole].parts), self.value(whole), [whole])
        for other in within where left.isSuperset(of: counts[other].parts) {
            left.subtract(counts[other].parts)
            value -= self.value(other)
            taken.append(other)
        }
        let policy = policies.policy(ofSum: left)
        guard value > 0, policy.withholds(Rational(value)), !taken.allSatisfy({ counts[$0].isPublic }),
            !(hidden[value] ?? []).contains(where: { left.isSuperset(of: counts[$0].parts) })
        else { return nil }
        return Rest(parts: left.sorted(), counts: taken)
    }

    /// Returns the remainder as a sum that readers must not know.
    func secret(of rest: Rest) -> Secret {
        let names = rest.counts.map { counts[$0].name }
        return Secret(parts: rest.parts) { "\(names[0]) without \(names.dropFirst().joined(separator: ", "))" }
    }

    /// Returns the withheld counts and enough others to leave no small remainders. The others are chosen without exact
    /// reasoning.
    func withoutSmallRests(_ withheld: Set<Int>) -> Set<Int> {
        var withheld = withheld
        while true {
            let more = smallRests(withheld: withheld).compactMap { rest in
                rest.counts.first { !counts[$0].isPublic }
            }
            guard !more.isEmpty else { return withheld }
            withheld.formUnion(more)
        }
    }
}
