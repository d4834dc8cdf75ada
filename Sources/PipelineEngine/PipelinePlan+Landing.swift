import Records

extension PipelinePlan {
    /// Returns the given landing folder, or else the one that the definition names. Throws when there is neither.
    func landing(asked: String?, definition: String) throws(RequestError) -> String {
        guard let folder = asked ?? landing else { throw .noLandingFolder(definition: definition) }
        return folder
    }
}
