extension OutputFailure {
    /// The stable kebab-case code of the failure, for programs.
    public var code: String {
        switch self {
        case .cannotCreate: "cannot-create"
        case .io: "input-output"
        case .noPermission: "no-permission"
        case .locked: "locked"
        case .releaseDiffers: "release-differs"
        case .workbook: "workbook"
        case .noConverter: "no-converter"
        case .converter: "converter-failed"
        case .unusableName: "unusable-name"
        }
    }
}
