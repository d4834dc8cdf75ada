/// The sample landing folder: files as the partners of one Community Safety Partnership would send them.
///
/// Every record in it is made up. The same release of this code makes the same bytes on every machine.
public enum SampleLandingFolder {
    /// Returns the files of the folder, in the order of their paths.
    public static func files() -> [SampleFile] {
        (AsbFiles.files() + CrimeFiles.files() + PartnerReturns.files() + TreatmentFiles.files())
            .sorted { $0.path < $1.path }
    }
}
