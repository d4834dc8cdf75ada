import Mustache

/// The templates of all pages, by name: the files of the folder Templates, which are part of the program. Values are
/// escaped, but for drawings and styles, which are this program's own.
package struct PageTemplates {
    private let library: MustacheLibrary

    /// Fails when a file of the folder is not a template.
    package init() throws {
        library = MustacheLibrary(
            templates: try [
                "release": PackageResources.release_mustache, "index": PackageResources.index_mustache,
                "head": PackageResources.head_mustache, "table": PackageResources.table_mustache,
                "downloads": PackageResources.downloads_mustache, "summary": PackageResources.summary_mustache,
                "links": PackageResources.links_mustache,
            ].mapValues { try MustacheTemplate(string: String(decoding: $0, as: UTF8.self)) })
    }

    /// The page, ending with a line break. Nil when there is no such template.
    package func render(_ content: Any, with template: String) -> [UInt8]? {
        library.render(content, withTemplate: template).map { Array($0.utf8) }
    }

    /// The style sheet of every page. Colours keep at least 4.5 to 1 against what they stand on; nothing is shown by colour
    /// alone; wide tables scroll on a screen and turn the paper.
    static let css = String(decoding: PackageResources.page_css, as: UTF8.self)
}
