import ReleaseDisclosure

extension ProtectionNotice {
    /// A notice of every kind. Those on figures and numbers are given only where there are some.
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
