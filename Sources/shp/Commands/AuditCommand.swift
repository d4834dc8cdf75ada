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
            Tables are CSV files, a table a file, with headings; or folders of our own releases. (Of a workbook, save each \
            sheet as 'CSV UTF-8'.) Sums of rows and columns, differences, percentages, rates and their denominators, years \
            to date, shares, and figures that stand in several tables are worked out again at the precision that is \
            printed. What fails is traced to the cell that explains it, with the value that it should have; where several \
            cells explain it as well, all are named.

            The structure of a table is inferred from headings, labels and sums. With --definition the trees and \
            denominators of a pipeline are known, too; --structure names a small YAML file that says the rest:

              tables:
                - table: recorded-crime              # the file's name without .csv
                  columns:
                    - {heading: Change, is: difference, of: Apr-Jun 19, from: Apr-Jun 18}
                  rows:
                    - {row: Robbery, sum-of: [Business Robbery, Personal Robbery]}
                    - {row: Burglary, denominator: households}

            A sum that only numbers suggest, without a label, a place or other rows that agree, is a note, not an error. The \
            last lines say how many figures of each table were checked at all; --html shows which.

            --accept names a CSV file with the columns id and reason: findings that somebody looked at and that may stand. \
            They are reported as notes with their reasons.

            Exit status 0 when nothing printed is impossible (notes and warnings do not count), 65 when something is, 66 \
            when a file is missing, 69 when nothing in a table could be checked, or fewer of its figures than \
            --require-coverage asks for, 78 when the structure or the definition is wrong.

            EXAMPLES
              shp audit recorded-crime.csv anti-social-behaviour.csv
              shp audit tables/*.csv --require-coverage 80 --accept accepted.csv --format sarif
              shp audit tables/*.csv --definition Pipelines/shp-performance.yaml --xlsx audit.xlsx
              shp audit Output/shp-performance/2019-20-Q1/latest --previous ../2018-19-Q4/latest --format json
            """)

    @Argument(help: "CSV files, or folders of releases.", completion: .file())
    var files: [String]

    @Option(
        help: "A pipeline's definition, whose trees and denominators are known.",
        completion: .file(extensions: ["yaml", "yml"]))
    var definition: String?

    @Option(help: "A file with the structure of the tables.", completion: .file(extensions: ["yaml", "yml"]))
    var structure: String?

    @Option(help: "The release, or the table, that was published before.", completion: .file())
    var previous: String?

    @Option(help: "text for people; json, csv, sarif or junit for programs.")
    var format = AuditFormat.text

    @Option(help: "The least share of every table's figures that must be checked, in percent.")
    var requireCoverage: Int?

    @Option(help: "A list of findings that are accepted, each with a reason.", completion: .file(extensions: ["csv"]))
    var accept: String?

    @Option(
        help: "Where to write a page that shows which figures were checked, and which are wrong.",
        completion: .file(extensions: ["html"]))
    var html: String?

    @Option(
        help: "Where to write the tables as a workbook, with notes at the cells.",
        completion: .file(extensions: ["xlsx"]))
    var xlsx: String?

    @OptionGroup var messages: LogOptions

    func validate() throws {
        if let requireCoverage, !(0...100).contains(requireCoverage) {
            throw ValidationError("'\(requireCoverage)' is no share of a hundred; write 80")
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
