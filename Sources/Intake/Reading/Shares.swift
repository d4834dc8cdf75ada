/// Divides work on a list between threads.
struct Shares {
    let threads: Int

    /// Returns the results of the body for all elements, in order. The result depends only on the elements.
    func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ body: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        // Each share has neighbouring elements, which are usually in one folder of the file system.
        let length = max(1, (elements.count + max(1, threads) * 4 - 1) / (max(1, threads) * 4))
        let starts = Array(stride(from: 0, to: elements.count, by: length))
        guard starts.count > 1, threads > 1 else { return elements.map(body) }
        return await withTaskGroup(of: (Int, [Result]).self) { group in
            var waiting = starts[...]
            func addNext() {
                guard let start = waiting.popFirst() else { return }
                group.addTask { (start, elements[start..<min(elements.count, start + length)].map(body)) }
            }
            for _ in 0..<threads { addNext() }
            var shares: [Int: [Result]] = [:]
            for await (start, share) in group {
                shares[start] = share
                addNext()
            }
            return starts.flatMap { shares[$0] ?? [] }
        }
    }
}
