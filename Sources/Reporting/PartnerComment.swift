/// A partner's comment on an indicator.
public struct PartnerComment: Hashable, Sendable {
    /// The indicator's label, its name in sentences, and its section.
    public let indicator, phrase, section: String
    /// The partner's name.
    public let partner: String
    /// The partner's words.
    public let text: String

    /// Creates a comment from its parts. Without a phrase, sentences use the label.
    public init(indicator: String, phrase: String? = nil, section: String, partner: String, text: String) {
        self.indicator = indicator
        self.phrase = phrase ?? indicator
        self.section = section
        self.partner = partner
        self.text = text
    }
}
