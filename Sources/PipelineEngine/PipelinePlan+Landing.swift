import Records

extension PipelinePlan {
    /// The given landing folder, else the definition's own. Throws when there is neither.
    func landing(asked: String?, definition: String) throws(RequestError) -> String {
        guard let folder = asked ?? landing else { throw .noLandingFolder(definition: definition) }
        return folder
    }
}
