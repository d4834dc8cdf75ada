import Core
import Indicators
import Ledger
import PipelineEngine
import ReleaseStore
import TableAudit

extension RequestError: Listed {
    static func example(after last: RequestError?, _ v: AwkwardValues) -> RequestError? {
        switch last {
        case nil: .noLandingFolder(definition: v.file)
        case .noLandingFolder: .outputIsLanding(output: v.file)
        case .outputIsLanding: .outputInsideLanding(output: v.file, landing: v.file)
        case .outputInsideLanding: .severalPipelines(v.several)
        case .severalPipelines: .noDefinition(path: v.file)
        case .noDefinition: .unknownDefinition
        case .unknownDefinition: nil
        }
    }
}

extension ReleaseMismatch: Listed {
    static func example(after last: ReleaseMismatch?, _ v: AwkwardValues) -> ReleaseMismatch? {
        let figure = PublishedFigure(
            Figure(
                table: "t", section: v.name, row: v.name, area: v.name, measure: .value, period: "2019-20-Q1",
                value: .missing(.confidential), unit: .count("crimes"), decimals: 0))
        let changes: [Difference.Change] = [.changed, .gone, .new]
        let files = changes.map { Difference(file: v.file, change: $0) }
        return switch last {
        case nil: .otherPipeline(v.name, released: v.name)
        case .otherPipeline: .definitionDiffers(files)
        case .definitionDiffers: .landingDiffers(files, folder: v.file)
        case .landingDiffers: .figureGone(figure)
        case .figureGone: .figureDiffers(figure, now: "\(v.number)")
        case .figureDiffers: .withheld(figure)
        case .withheld: nil
        }
    }
}

extension LedgerError: Listed {
    static func example(after last: LedgerError?, _ v: AwkwardValues) -> LedgerError? {
        switch last {
        case nil: .absent(path: v.file)
        case .absent: .locked(path: v.file)
        case .locked: .damaged(path: v.file)
        case .damaged: .movedAside(path: v.file, to: v.file)
        case .movedAside: .edited(path: v.file)
        case .edited: .newer(path: v.file)
        case .newer: .forbidden(path: v.file)
        case .forbidden: .stuck(path: v.file)
        case .stuck: .unusable(path: v.file, reason: "disk I/O error")
        case .unusable: nil
        }
    }
}

extension AuditFailure: Listed {
    static func example(after last: AuditFailure?, _ v: AwkwardValues) -> AuditFailure? {
        switch last {
        case nil: .missing(v.file)
        case .missing: .forbidden(v.file)
        case .forbidden: .malformed(v.file, line: 3)
        case .malformed: .otherFormat(v.file, "PDF")
        case .otherFormat: .noRelease(v.file)
        case .noRelease: .noAcceptances(v.file)
        case .noAcceptances: .acceptanceWithoutReason(v.file, line: 3)
        case .acceptanceWithoutReason: nil
        }
    }
}
