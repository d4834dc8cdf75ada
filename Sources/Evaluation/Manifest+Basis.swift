import Releases

extension Manifest {
    /// Returns whether the other release was made by the same program, from the same extracts and definition, for the
    /// same quarter. If hashes were withheld from the other release and are lost, it counts as different.
    func hasBasis(of other: Manifest) -> Bool {
        program == other.program && pipeline == other.pipeline && quarter == other.quarter
            && definition == other.definition && leftOut == other.leftOut
            && inputs.elementsEqual(other.inputs) {
                $0.source == $1.source && $0.file == $1.file && $0.sha256 == $1.sha256 && $0.delivered == $1.delivered
            }
            && corrections.elementsEqual(other.corrections) { $0.file == $1.file && $0.sha256 == $1.sha256 }
    }
}
