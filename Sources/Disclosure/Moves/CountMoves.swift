/// Makes withheld counts safe where a system of counts is too large for exact reasoning.
///
/// A withheld count is safe when enough other values of it fit the published counts. Such values are found here by
/// moves, which change only a few parts. This kind of proof does not need the whole system. Where no moves are found,
/// every count connected with the one in question is withheld. More is withheld than necessary, but never too little.
struct CountMoves {
    let problem: DisclosureProblem
    let truth: [Int]
    let clusters: PartClusters
    let countsOfPart: [[Int]]
    private(set) var moves: [CountMove] = []
    /// The moves that change each count.
    private var movesOfCount: [Int: [Int]] = [:]
    /// The counts that were withheld because no moves were found.
    private(set) var swept: Set<Int> = []

    init(_ problem: DisclosureProblem, truth: [Int]) {
        self.problem = problem
        self.truth = truth
        clusters = PartClusters(problem)
        var found = [[Int]](repeating: [], count: problem.parts)
        for (index, count) in problem.counts.enumerated() {
            for part in count.parts { found[part].append(index) }
        }
        countsOfPart = found
    }

    /// Returns the counts to withhold: those that must not be published, and others that make them safe.
    mutating func withheld() -> Set<Int> {
        let primary = problem.primary.sorted()
        var withheld = Set(primary)
        for count in primary where !isSafe(count) { secure(count, &withheld) }
        dropNeedless(primary)
        return moves.reduce(into: Set(primary).union(swept)) { $0.formUnion($1.changes.keys) }
    }

    /// Returns the counts that must not be published and are not known to be safe when only the given counts are
    /// withheld. Of the moves found before, only those that change no shown count are used.
    mutating func recovered(withheld: Set<Int>) -> [Int] {
        keep { $0.changes.keys.allSatisfy(withheld.contains) }
        return problem.primary.sorted().filter { count in
            guard withheld.contains(count), !isSafe(count) else { return false }
            if reach(count, withheld, fixed: true) { return false }
            // Where only earlier publications are connected with the count, this release does not reveal it.
            return component(of: count, withheld).contains { !problem.counts[$0].isPublic } && !isGiven(count)
        }
    }

    // MARK: Proofs

    /// Whether the moves prove as many values of the count as its policy requires.
    private func isSafe(_ count: Int, without dropped: Set<Int> = []) -> Bool {
        let (value, least) = (problem.value(count), problem.leastPossible(count))
        var values: Set<Int> = [value]
        for index in movesOfCount[count] ?? [] where !dropped.contains(index) {
            guard let change = moves[index].changes[count] else { continue }
            for times in moves[index].times { values.insert(value + change * times) }
            if values.count >= least { return true }
        }
        return values.count >= least
    }

    /// Withholds the counts that make this count safe, or none when earlier publications reveal it.
    private mutating func secure(_ count: Int, _ withheld: inout Set<Int>) {
        if reach(count, withheld, fixed: false) {
            for move in moves { withheld.formUnion(move.changes.keys) }
            return
        }
        guard !isGiven(count) else { return }
        let all = component(of: count, withheld).filter { !problem.counts[$0].isPublic }
        swept.formUnion(all)
        withheld.formUnion(all)
    }

    /// Searches for moves that make the count safe, starting near it, and keeps them if the count is then safe. Without
    /// `fixed`, moves may also change shown counts that can still be withheld.
    private mutating func reach(_ count: Int, _ withheld: Set<Int>, fixed: Bool) -> Bool {
        let (value, least) = (problem.value(count), problem.leastPossible(count))
        // The ranges to try have as many values as must be possible. The policy's own range comes first.
        let starts = ([1, 0] + (max(0, value - least + 1)...value).filter { $0 > 1 }).filter {
            ($0...$0 + least - 1).contains(value)
        }
        for effort in Neighbourhood.efforts {
            let parts = Neighbourhood(clusters, problem, withheld).parts(of: count, effort: effort)
            for start in starts {
                let before = moves.count
                var withheld = withheld
                for end in [start, start + least - 1] + Array(start + 1..<start + least - 1) where end != value {
                    if isSafe(count) { break }
                    let shown = Set(parts.flatMap { countsOfPart[$0] }).subtracting(withheld).sorted()
                    let worlds = PartialWorlds(problem, truth: truth, parts: parts, shown: shown, fixed: fixed)
                    guard let steps = worlds.cheapest(count, at: end),
                        let move = CountMove(
                            steps: steps, truth: truth, countsOfPart: countsOfPart, limits: problem.limits),
                        move.changes.keys.allSatisfy({
                            withheld.contains($0) || !(fixed || problem.counts[$0].isPublic)
                        })
                    else { break }
                    add(move)
                    withheld.formUnion(move.changes.keys)
                }
                if isSafe(count) { return true }
                removeMoves(from: before)
            }
        }
        return false
    }

    /// Whether earlier publications by themselves leave the count too few possible values. Only publications near the
    /// count are considered.
    private func isGiven(_ count: Int) -> Bool {
        let parts = Set(Neighbourhood(clusters, problem, []).parts(of: count, effort: Neighbourhood.efforts[1]))
        guard problem.counts[count].parts.allSatisfy(parts.contains) else { return false }
        let own = Set(parts.flatMap { countsOfPart[$0] }).filter { index in
            problem.counts[index].isPublic && problem.counts[index].parts.allSatisfy(parts.contains)
        }
        guard !own.isEmpty else { return false }
        let near = DisclosureProblem(
            parts: problem.parts, counts: own.sorted().map { problem.counts[$0] } + [problem.counts[count]],
            values: own.sorted().map(problem.value) + [problem.value(count)])
        return (try? near.recovered(among: [own.count], withheld: [own.count]))?.isEmpty == false
    }

    /// Returns the shown counts that are connected with the count: those that share parts or a limit with it, with one
    /// of those counts, and so on.
    private func component(of count: Int, _ withheld: Set<Int>) -> Set<Int> {
        var found: Set<Int> = []
        var seen = Set(problem.counts[count].parts)
        var open = Array(seen)
        while let part = open.popLast() {
            for limit in problem.limits where limit.terms.contains(where: { $0.part == part }) {
                for term in limit.terms where seen.insert(term.part).inserted { open.append(term.part) }
            }
            for other in countsOfPart[part] where !withheld.contains(other) && found.insert(other).inserted {
                for next in problem.counts[other].parts where seen.insert(next).inserted { open.append(next) }
            }
        }
        return found
    }

    // MARK: Moves

    private mutating func add(_ move: CountMove) {
        for count in move.changes.keys { movesOfCount[count, default: []].append(moves.count) }
        moves.append(move)
    }

    private mutating func removeMoves(from first: Int) {
        while moves.count > first {
            let index = moves.count - 1
            for count in moves.removeLast().changes.keys { movesOfCount[count]?.removeAll { $0 == index } }
        }
    }

    mutating func keep(_ condition: (CountMove) -> Bool) {
        let kept = moves.filter(condition)
        moves = []
        movesOfCount = [:]
        for move in kept { add(move) }
    }

    /// Drops moves that are not needed for safety, the most costly first.
    private mutating func dropNeedless(_ primary: [Int]) {
        func cost(_ index: Int) -> Int { moves[index].changes.keys.reduce(0) { $0 + problem.counts[$1].weight } }
        let mustBeSafe = Set(primary.filter { isSafe($0) })
        var dropped: Set<Int> = []
        for index in moves.indices.sorted(by: { (cost($1), $1) < (cost($0), $0) }) {
            let without = dropped.union([index])
            let concerned = moves[index].changes.keys.filter(mustBeSafe.contains)
            if concerned.allSatisfy({ isSafe($0, without: without) }) { dropped = without }
        }
        let needed = moves.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
        moves = []
        movesOfCount = [:]
        for move in needed { add(move) }
    }
}
