import Mustache

/// The templates of all pages, by name: the files of the folder Templates, which are part of the program. Values are
/// escaped, except drawings and styles, which this program makes itself.
package struct PageTemplates {
    private let library: MustacheLibrary

    /// Reads the templates. Throws when a file of the folder is not a template.
    package init() throws {
        library = MustacheLibrary(
            templates: try [
                "release": PackageResources.release_mustache, "index": PackageResources.index_mustache,
                "head": PackageResources.head_mustache, "table": PackageResources.table_mustache,
                "downloads": PackageResources.downloads_mustache, "summary": PackageResources.summary_mustache,
                "links": PackageResources.links_mustache,
            ].mapValues { try MustacheTemplate(string: String(decoding: $0, as: UTF8.self)) })
    }

    /// Returns the page, ending with a line break; nil when there is no such template.
    package func render(_ content: Any, with template: String) -> [UInt8]? {
        library.render(content, withTemplate: template).map { Array($0.utf8) }
    }

    /// The style sheet of every page. Colours keep a contrast of at least 4.5 to 1 against their background, and
    /// nothing is shown only by colour. Wide tables scroll on a screen and are printed in landscape.
    static let css = String(decoding: PackageResources.page_css, as: UTF8.self)
}
