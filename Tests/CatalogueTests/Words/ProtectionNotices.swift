import ReleaseDisclosure

extension ProtectionNotice {
    /// Returns a notice of every kind. Notices on figures and numbers have a number of at least one, because such a
    /// notice is given only when there is something to report.
    static func examples(_ v: AwkwardValues) -> [ProtectionNotice] {
        let number = max(1, v.number)
        return [
            .withheldMore(source: v.name), .withheldAll(source: v.name),
            .staysWithheld(number, ofUnprotected: v.name), .staysWithheld(number, ofProtected: v.name),
            .published(
                number, of: number == 1 ? "small number" : "small numbers", in: "PIPELINE/QUARTER/RELEASE", v.file),
        ]
    }
}
