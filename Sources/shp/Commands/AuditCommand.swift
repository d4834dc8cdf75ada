import ArgumentParser
import Audit
import Files
import PipelineEngine
import Workbooks

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Finds wrong figures in published tables, whoever made them.",
        discussion: """
            Each table is a CSV file with headings; the folder of a release that shp made can be named, too. (To audit \
            a workbook, save each sheet as 'CSV UTF-8'.) The audit recalculates sums of rows and columns, differences, \
            percentages, rates, denominators, years to date and shares, at the printed precision. Figures that are in \
            several tables are compared. An error is traced to the cell that explains it, with the value that the cell \
            should have. Where several cells explain an error equally well, all are named.

            The structure of a table is inferred from headings, labels and sums. --definition adds the groups of \
            categories and the denominators of a pipeline. --structure names a small YAML file that states the rest:

              tables:
                - table: recorded-crime              # the file's name without .csv
                  columns:
                    - {heading: Change, is: difference, of: Apr-Jun 19, from: Apr-Jun 18}
                  rows:
                    - {row: Robbery, sum-of: [Business Robbery, Personal Robbery]}
                    - {row: Burglary, denominator: households}

            Some sums are suggested only by the numbers, and no label, position or other rows support them. A figure \
            that does not fit such a sum is reported as a note, not as an error. The last lines say how many figures \
            of each table were checked; --html shows which.

            --accept names a CSV file with the columns id and reason. The file lists findings that somebody has looked \
            at and accepted; the audit reports these findings as notes with their reasons.

            EXIT STATUS
              0   no printed figure is impossible (notes and warnings do not count)
              65  a printed figure is impossible
              66  a file is missing
              69  nothing in a table could be checked, or fewer of its figures than --require-coverage asks for
              78  the structure or the definition is wrong

            EXAMPLES
              shp audit recorded-crime.csv anti-social-behaviour.csv
              shp audit tables/*.csv --require-coverage 80 --accept accepted.csv --format sarif
              shp audit tables/*.csv --definition Pipelines/shp-performance.yaml --xlsx audit.xlsx
              shp audit Output/shp-performance/2019-20-Q1/latest --previous ../2018-19-Q4/latest --format json
            """)

    @Argument(help: "CSV files, or folders of releases.", completion: .file())
    var files: [String]

    @Option(
        help: "A pipeline's definition, whose groups of categories and denominators are used in the audit.",
        completion: .file(extensions: ["yaml", "yml"]))
    var definition: String?

    @Option(help: "A YAML file with the structure of the tables.", completion: .file(extensions: ["yaml", "yml"]))
    var structure: String?

    @Option(help: "The release or table that was published before.", completion: .file())
    var previous: String?

    @Option(help: "text for people; json, csv, sarif or junit for programs.")
    var format = AuditFormat.text

    @Option(help: "The percentage of each table's figures that must be checked.")
    var requireCoverage: Int?

    @Option(help: "A list of accepted findings, each with a reason.", completion: .file(extensions: ["csv"]))
    var accept: String?

    @Option(
        help: "Where to write a page that shows which figures were checked and which are wrong.",
        completion: .file(extensions: ["html"]))
    var html: String?

    @Option(
        help: "Where to write the tables as a workbook, with the findings as notes on the cells.",
        completion: .file(extensions: ["xlsx"]))
    var xlsx: String?

    @OptionGroup var messages: LogOptions

    func validate() throws {
        if let requireCoverage, !(0...100).contains(requireCoverage) {
            throw ValidationError("'\(requireCoverage)' is not a percentage; write a number from 0 to 100, such as 80")
        }
    }

    func run() async throws {
        do {
            let report = try FileAudit.report(
                on: files, definition: definition, structure: structure, previous: previous, accepted: accept)
            switch format {
            case .text: Terminal.result(AuditText(report: report).text)
            case .csv: Terminal.result(unended: AuditRecords(report: report).csv)
            case .json: Terminal.result(AuditRecords(report: report).json)
            case .sarif: Terminal.result(AuditSARIF(report: report).json)
            case .junit: Terminal.result(AuditJUnit(report: report).xml)
            }
            if let html { try FileReplacement.write(Array(AuditPage(report: report).html.utf8), to: html, .shared) }
            if let xlsx { try AuditWorkbook(report: report).workbook.write(to: xlsx) }
            try report.verdict(requiring: requireCoverage).report(to: messages.log)
        } catch { throw Failure.exit(for: error, messages.log) }
    }
}
