/// The names of members that are not UTF-8: the code page of the first PCs, which the format declares for them.
enum CodePage437 {
    /// Returns the member's name. Many programs write UTF-8 without declaring it, so UTF-8 comes first. Some write the
    /// separator of Windows.
    static func name(_ bytes: [UInt8], isUTF8: Bool) -> String {
        let name =
            String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : upper[Int($0) - 0x80] }))
        return isUTF8 ? name : String(name.map { $0 == "\\" ? "/" : $0 })
    }

    private static let upper = Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
            + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)
}
