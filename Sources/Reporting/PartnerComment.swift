/// What a partner has to say of an indicator.
public struct PartnerComment: Hashable, Sendable {
    /// The indicator's label, what a sentence calls it, and the section that it stands in.
    public let indicator, phrase, section: String
    /// Who says so.
    public let partner: String
    /// The partner's words.
    public let text: String

    /// A comment from its parts.
    public init(indicator: String, phrase: String? = nil, section: String, partner: String, text: String) {
        self.indicator = indicator
        self.phrase = phrase ?? indicator
        self.section = section
        self.partner = partner
        self.text = text
    }
}
