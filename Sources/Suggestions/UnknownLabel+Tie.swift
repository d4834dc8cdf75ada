import Core
import Normalisation
import Records

extension UnknownLabel {
    /// The number of codes that a remark names.
    private static let maxNamed = 6

    /// Returns the codes that are equally near to the label, if they lie in different groups. A choice among them would
    /// move rows from one figure to another without a reason.
    func tiedCodes(in plan: PipelinePlan) -> [Classification.Code] {
        guard case .category(let source, _) = kind, let classification = plan.sources[source].classification else {
            return []
        }
        return classification.tied(with: text, among: classification.names)
    }

    /// Returns a remark on codes that are equally near, with the file to which the code should be added; nil if there
    /// are none.
    func tie(in plan: PipelinePlan) -> String? {
        guard case .category(let number, let column) = kind else { return nil }
        let (codes, source) = (tiedCodes(in: plan), plan.sources[number])
        guard !codes.isEmpty, let classification = source.classification else { return nil }
        let names = codes.prefix(Self.maxNamed).map { code in
            let group = code.group.map { classification.groups[$0].name } ?? "out-of-scope"
            return "'\(code.code)' (group '\(group)')"
        }
        let more = codes.count > names.count ? " and \(codes.count - names.count) more" : ""
        let place = (source.mappingFiles[column] ?? source.codesFile).map { " to \($0)" } ?? ""
        return "codes of different groups are equally similar: \(names.joined(separator: ", "))\(more); "
            + "ask what the code stands for, and add it\(place) by hand"
    }
}
