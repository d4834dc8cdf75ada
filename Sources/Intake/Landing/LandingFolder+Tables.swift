import Ingestion

extension LandingFolder {
    /// Returns the folder with the tables of workbooks and archives in place of these files. A workbook or an archive that
    /// cannot be read stays in the list, and the reason with it.
    package func withTables() -> LandingFolder {
        guard files.contains(where: { ContainerKind($0) != nil }) else { return self }
        var names: [String] = []
        var failures: [String: ExtractError] = [:]
        for file in files {
            guard ContainerKind(file) != nil else {
                names.append(file)
                continue
            }
            do throws(ExtractError) {
                names += try LandedTables.names(in: file, path: path(of: file)).map { file + "/" + $0 }
            } catch {
                names.append(file)
                failures[file] = error
            }
        }
        return replacing(files: names, failures: failures)
    }
}
