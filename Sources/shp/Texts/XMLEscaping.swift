import Core
import Mustache

/// Escapes the values in a template that declares `{{% CONTENT_TYPE:XML}}`. Characters that XML does not allow are
/// replaced, too.
struct XMLEscaping: MustacheContentType {
    func escapeText(_ text: String) -> String { XMLText.escaped(text) }
}
