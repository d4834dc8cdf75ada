import CSV
import Files
import Releases

/// All tables, figures and accounts of the release as CSV, with the dictionary of their columns and the data package.
struct CSVFormat: AppendixFormat {
    let name = "csv"
    let title = "CSV"
    let scope = FormatScope.release
    let place = FormatPlace.always

    func write(_ job: FormatJob) throws -> [FormatFile] {
        let files = Self.files(of: job.release)
        for file in files { try job.folder.write(file.bytes, to: try FileName.check(file.file)) }
        let package = DataPackage(job.release, files, written: try job.folder.contentsByName())
        try job.folder.write(try package.json(), to: OutputLayout.Name.dataPackage)
        return files.map { FormatFile($0.file, title: $0.title) } + [
            FormatFile(OutputLayout.Name.dataPackage, title: "Data package: what every CSV file contains")
        ]
    }

    /// Returns the CSV files; the dictionary of their columns comes last.
    private static func files(of release: Release) -> [any DescribedCSV] {
        var files: [any DescribedCSV] = release.tables.map(TableCSV.init)
        files += release.chartTables.map(TableCSV.init) as [any DescribedCSV]
        files += release.listings.map(ListingCSV.init) as [any DescribedCSV]
        files +=
            [
                FiguresCSV(release.tables), ExtractsCSV(release.manifest.inputs),
                DataQualityCSV(quality: release.quality),
            ] as [any DescribedCSV]
        if let revisions = release.revisions { files.append(RevisionsCSV(revisions)) }
        return files + [DataDictionaryCSV(of: files)]
    }
}
