import Core
import Mustache

/// How values of a template are escaped that are not this program's own, with `{{% CONTENT_TYPE:XML}}`: characters that XML
/// cannot have are replaced, too.
struct XMLEscaping: MustacheContentType {
    func escapeText(_ text: String) -> String { XMLText.escaped(text) }
}
