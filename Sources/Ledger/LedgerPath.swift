/// Where the ledger of an output folder lies, unless somebody says otherwise.
public enum LedgerPath {
    /// The path below the output folder.
    public static func inOutput(_ output: String) -> String { output + "/state/ledger.sqlite" }
}
