/// Where the ledger of an output folder lies, unless somebody says otherwise.
public enum LedgerPath {
    /// The path below the output folder.
    public static func inOutput(_ output: String) -> String { inState(output + "/state") }

    /// The path in a folder of its own.
    public static func inState(_ folder: String) -> String { folder + "/ledger.sqlite" }
}
