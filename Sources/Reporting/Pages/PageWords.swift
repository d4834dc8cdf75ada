/// Words for what tables and files name by codes.
enum PageWords {
    /// `2019-20-Q1 year to date` for `2019-20-to-Q1`; any other period as it is named.
    static func period(_ name: String) -> String {
        guard name.contains("-to-Q") else { return name }
        return name.replacing("-to-Q", with: "-Q") + " year to date"
    }
}
