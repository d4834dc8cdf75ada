/// A tree of categories that is known beforehand, with every name that tables give its groups.
public struct KnownTree: Hashable, Sendable {
    /// One group of the tree.
    public struct Group: Hashable, Sendable {
        /// Unique in the tree.
        public let name: String
        public let parent: String?
        /// As tables call it.
        public let aliases: [String]

        /// A group from its parts.
        public init(name: String, parent: String?, aliases: [String]) {
            self.name = name
            self.parent = parent
            self.aliases = aliases
        }
    }

    public let name: String
    public let groups: [Group]
    /// Labels that mean a group only in the table of the name, such as `Total`.
    public let labelsByTable: [String: [String: String]]

    /// A tree from its parts.
    public init(name: String, groups: [Group], labelsByTable: [String: [String: String]] = [:]) {
        self.name = name
        self.groups = groups
        self.labelsByTable = labelsByTable
    }
}
