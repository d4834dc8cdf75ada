public import Core

/// A release that was given to a committee.
public struct IssuedRelease: Codable, Hashable, Sendable {
    /// The release's identifier.
    public let releaseID: String
    /// The plain SHA-256 of its manifest.
    public let manifestSHA256: String
    /// The day on which it was issued: `2019-07-25`.
    public let on: String
    /// The hash of the entry before; nil in lists from versions of the program without the chain.
    public package(set) var previous: String?

    /// The day on which it was issued.
    public var day: CalendarDate? { DateForm("yyyy-mm-dd")?.date(on) }
}

/// The withdrawal of an issued release: from then on, figures are no longer compared with the release.
public struct IssueWithdrawal: Codable, Hashable, Sendable {
    /// The release's identifier.
    public let releaseID: String
    /// The day on which it was withdrawn: `2019-07-25`.
    public let withdrawnOn: String
    /// The reason, in the words of the person who withdrew it.
    public let reason: String
    /// The hash of the entry before; nil in lists from versions of the program without the chain.
    public package(set) var previous: String?

    /// The day on which it was withdrawn.
    public var day: CalendarDate? { DateForm("yyyy-mm-dd")?.date(withdrawnOn) }
}

/// An entry of a quarter's `issued.json`. Entries are added but never removed, because readers keep what they received.
public enum IssueEntry: Hashable, Sendable {
    case issued(IssuedRelease)
    case withdrawn(IssueWithdrawal)

    /// The identifier of the entry's release.
    var releaseID: String {
        switch self {
        case .issued(let release): release.releaseID
        case .withdrawn(let withdrawal): withdrawal.releaseID
        }
    }

    /// The day that the entry names; nil when it names none.
    var day: CalendarDate? {
        switch self {
        case .issued(let release): release.day
        case .withdrawn(let withdrawal): withdrawal.day
        }
    }
}

extension IssueEntry: Codable {
    /// Reads an entry, which has the keys either of an issue or of a withdrawal. A program version without withdrawals
    /// therefore rejects the list, instead of treating a withdrawn release as issued.
    public init(from decoder: any Decoder) throws {
        if let withdrawal = try? IssueWithdrawal(from: decoder) {
            self = .withdrawn(withdrawal)
        } else {
            self = .issued(try IssuedRelease(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .issued(let release): try release.encode(to: encoder)
        case .withdrawn(let withdrawal): try withdrawal.encode(to: encoder)
        }
    }
}
