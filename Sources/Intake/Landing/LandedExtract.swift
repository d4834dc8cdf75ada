import Core
import Ingestion
package import Records

/// An extract of the landing folder, with the source that takes it.
package struct LandedExtract: Sendable {
    package let source: Int
    /// The position of its schema among the source's schemas.
    package let schema: Int
    package let file: String
    package let path: String
    let takenBy: TakenBy
    /// The days on which it may have been delivered, the most certain first.
    var days: [DeliveryDay] = []
    /// The file, if it has been opened before. `opened` also has its header bound, if it was recognised by its header.
    var landed: LandedFile?
    var opened: OpenedExtract?

    /// Creates an extract for the file at the path. `file` is its name in messages.
    package init(source: Int, schema: Int = 0, file: String, path: String, takenBy: TakenBy = .name) {
        self.source = source
        self.schema = schema
        self.file = file
        self.path = path
        self.takenBy = takenBy
    }
}

extension LandedExtract {
    /// Returns the file as it was when it was first opened, or opens it now.
    func landedFile() throws(ExtractError) -> LandedFile {
        if let landed { return landed }
        return try LandedFile(name: file, path: path)
    }
}
