extension PipelinePlan {
    /// The landing folder that was asked for, else the definition's own. Throws when there is neither.
    func landing(asked: String?, definition: String) throws(RequestMistake) -> String {
        guard let folder = asked ?? landing else { throw .noLandingFolder(definition: definition) }
        return folder
    }
}
