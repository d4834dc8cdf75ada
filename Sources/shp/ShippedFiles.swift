import Files
import FoundationEssentials

/// Files that come with the program.
enum ShippedFiles {
    /// The folder of the national reference: in the working directory, else in the nearest folder above the program
    /// that has it. When no folder has it, this is the path in the working directory, so that a message can name it.
    static var nationalReference: String {
        let own = "Pipelines/Reference/national"
        let folders = [own] + aboveProgram.flatMap { ["\($0)/\(own)", "\($0)/share/shp/\(own)"] }
        return folders.first { FileManager.default.fileExists(atPath: $0 + "/partnerships.csv") } ?? own
    }

    /// The program's folder and the folders above it, the nearest first.
    private static var aboveProgram: [String] {
        guard var path = try? SystemCall.target(ofLink: "/proc/self/exe") else { return [] }
        var folders: [String] = []
        while let slash = path.lastIndex(of: "/") {
            path = String(path[..<slash])
            folders.append(path)
        }
        return folders
    }
}
