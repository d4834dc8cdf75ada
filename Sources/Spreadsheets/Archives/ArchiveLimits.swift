/// Limits on what an archive may make the program do. A hostile archive reaches them at once, a true one never.
package enum ArchiveLimits {
    /// data.police.uk's archive of all forces and years has about 20,000 members.
    static let members = 200_000
    /// A workbook's own parts are read as a whole: styles, the list of sheets, relationships. The largest known have 10 MiB.
    static let part = 64 << 20
    /// Shared strings are kept in memory. Excel itself fails to open more than this.
    static let sharedStrings = 1 << 30
    /// A member smaller than this when unpacked is never a bomb, because reading it takes less than a second.
    static let smallMember = 64 << 20
    /// How often larger members may exceed their packed size. Deflate reaches 1,032 at most, with nothing but repetition;
    /// the Home Office's tables reach 60, and rows of nothing but zeros 250.
    static let ratio = 500
    /// The same for shared strings. A workbook holds each of them only once, so they compress less.
    static let sharedStringsRatio = 200
}
