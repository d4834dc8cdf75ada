import Core
import Ingestion
package import Records

/// An extract of the landing folder, and the source that takes it.
package struct LandedExtract: Sendable {
    package let source: Int
    /// Which of the source's schemas it is read by.
    package let schema: Int
    package let file: String
    package let path: String
    let takenBy: TakenBy
    /// The days on which it may have been delivered, the most certain first.
    var days: [DeliveryDay] = []
    /// The file, when it has been looked at already, and with its header bound when that is how it was recognised.
    var landed: LandedFile?
    var opened: OpenedExtract?

    /// The file at the path, under the name that messages call it.
    package init(source: Int, schema: Int = 0, file: String, path: String, takenBy: TakenBy = .name) {
        self.source = source
        self.schema = schema
        self.file = file
        self.path = path
        self.takenBy = takenBy
    }
}

extension LandedExtract {
    /// The file as it was when it was first looked at; opened now when it has not been looked at.
    func landedFile() throws(ExtractError) -> LandedFile {
        if let landed { return landed }
        return try LandedFile(name: file, path: path)
    }
}
