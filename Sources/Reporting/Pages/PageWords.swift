/// Words for codes in tables and files.
enum PageWords {
    /// Returns `2019-20-Q1 year to date` for `2019-20-to-Q1`, and any other period's name unchanged.
    static func period(_ name: String) -> String {
        guard name.contains("-to-Q") else { return name }
        return name.replacing("-to-Q", with: "-Q") + " year to date"
    }
}
