/// The sample landing folder: what the partners of one community safety partnership would have sent.
///
/// Everything in it is made up. The same release of this code makes the same bytes on every machine.
public enum SampleLandingFolder {
    /// The files of the folder, in the order of their paths.
    public static func files() -> [SampleFile] {
        (AsbFiles.files() + CrimeFiles.files() + PartnerReturns.files() + TreatmentFiles.files())
            .sorted { $0.path < $1.path }
    }
}
