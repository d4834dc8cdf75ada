/// A code list and the tree of groups in which its codes are counted. Examples are the Home Office offence codes with
/// the groups of crime, and the categories of anti-social behaviour.
public struct Classification: Sendable {
    /// One code of the list.
    public struct Code: Hashable, Sendable {
        /// The code as the list writes it.
        public let code: String
        /// What the code stands for.
        public let title: String
        /// The group that the code belongs to; nil when the code is known but out of scope.
        public let group: Int?
        /// When the code was in use; nil when it always was.
        public var time: CodeTime?

        /// Creates a code from its parts.
        public init(code: String, title: String, group: Int?, time: CodeTime? = nil) {
            self.code = code
            self.title = title
            self.group = group
            self.time = time
        }
    }

    /// One group of the tree.
    public struct Group: Hashable, Sendable {
        /// The name that definitions use.
        public let name: String
        /// The title that people read.
        public let title: String
        /// The group above; nil at the top.
        public let parent: Int?

        /// Creates a group from its parts.
        public init(name: String, title: String, parent: Int?) {
            self.name = name
            self.title = title
            self.parent = parent
        }
    }

    /// How codes may be written.
    public enum Dialect: String, CaseIterable, Sendable {
        /// As the list or its aliases write them.
        case exact
        /// Home Office offence codes: `4.4`, `4/4` and `004/04` name the same offence, and so do `8N` and `008N`.
        case homeOffice = "home-office"
    }

    /// The name that definitions use.
    public let name: String
    /// Every code.
    public let codes: [Code]
    /// Every group, parents before children.
    public let groups: [Group]
    /// How codes may be written.
    public let dialect: Dialect
    /// Other ways to write a code, each with the code's position.
    public let aliases: [String: Int]

    /// Creates a classification from its parts.
    public init(name: String, codes: [Code], groups: [Group], dialect: Dialect, aliases: [String: Int]) {
        self.name = name
        self.codes = codes
        self.groups = groups
        self.dialect = dialect
        self.aliases = aliases
    }

    /// Returns the positions of the codes with the names, which are codes or aliases of the list. Names that the list
    /// lacks are left out.
    public func positions(of names: [String]) -> [Int] {
        let known = Dictionary(codes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        return names.compactMap { known[$0] ?? aliases[$0] }
    }

    /// Returns whether `group` is `ancestor` or lies below it.
    public func isGroup(_ group: Int, within ancestor: Int) -> Bool {
        var next: Int? = group
        while let current = next {
            if current == ancestor { return true }
            next = groups[current].parent
        }
        return false
    }

    /// Returns the names of the groups above the group, the nearest first.
    public func ancestors(of group: Int) -> [String] {
        var names: [String] = []
        var next = groups[group].parent
        while let current = next {
            names.append(groups[current].name)
            next = groups[current].parent
        }
        return names
    }

    /// Returns the positions of the codes in the group or in any group below it.
    public func codes(within group: Int) -> [Int] {
        codes.indices.filter { index in codes[index].group.map { isGroup($0, within: group) } ?? false }
    }
}
