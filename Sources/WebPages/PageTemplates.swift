import Mustache

/// The templates of all pages, by name. What they are given is escaped, but for drawings and styles, which are this
/// program's own.
package struct PageTemplates {
    private let library: MustacheLibrary

    package init() throws {
        library = MustacheLibrary(templates: [
            "release": try MustacheTemplate(string: ReleasePageTemplate.text),
            "index": try MustacheTemplate(string: IndexPageTemplate.text),
            "table": try MustacheTemplate(string: Self.table),
            "downloads": try MustacheTemplate(string: Self.downloads),
            "summary": try MustacheTemplate(string: Self.summary(heading: "h3")),
            "summary-below": try MustacheTemplate(string: Self.summary(heading: "h4")),
            "links": try MustacheTemplate(string: Self.links),
            "head": try MustacheTemplate(string: Self.head),
        ])
    }

    /// The page, ending with a line break. Nil when there is no such template.
    package func render(_ content: Any, with template: String) -> [UInt8]? {
        library.render(content, withTemplate: template).map { Array($0.utf8) }
    }

    /// Nothing may be loaded from elsewhere: the policy says so to the browser.
    private static let head = """
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{{pageTitle}}</title>
        <style>
        {{{css}}}
        </style>

        """

    private static let table = """
        <div class="scroll" role="group" tabindex="0" aria-label="{{caption}}">
        <table>
        <caption class="said">{{caption}}</caption>
        <thead>
        <tr>{{#headings}}<th scope="col"{{#headingClass}} class="{{headingClass}}"{{/headingClass}}>{{text}}</th>{{/headings}}</tr>
        </thead>
        {{#groups}}
        <tbody>
        {{#groupTitle}}
        <tr class="group"><th scope="rowgroup" colspan="{{breadth}}">{{groupTitle}}</th></tr>
        {{/groupTitle}}
        {{#rows}}
        <tr{{#isTotal}} class="total"{{/isTotal}}><th scope="row"{{#rowClass}} class="{{rowClass}}"{{/rowClass}}>{{label}}</th>{{#cells}}<td{{#cellClass}} class="{{cellClass}}"{{/cellClass}}>{{text}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        {{/groups}}
        </table>
        </div>

        """

    private static let downloads = """
        <ul>
        {{#downloads}}
        <li><a href="{{address}}">{{title}}</a> <span class="muted">({{format}}{{#size}}, {{size}}{{/size}})</span></li>
        {{/downloads}}
        </ul>

        """

    /// A section is a heading below the one that the summary stands under.
    private static func summary(heading: String) -> String {
        """
        <p>{{opening}}</p>
        {{#sections}}
        <\(heading)>{{sectionTitle}}</\(heading)>
        {{#lead}}
        <p>{{lead}}</p>
        {{/lead}}
        {{#points}}
        {{#first()}}<ul>{{/first()}}
        <li>{{.}}</li>
        {{#last()}}</ul>{{/last()}}
        {{/points}}
        {{#quotations}}
        <blockquote><p>{{.}}</p></blockquote>
        {{/quotations}}
        {{/sections}}

        """
    }

    private static let links = """
        <div class="scroll" role="group" tabindex="0" aria-label="{{earlierTitle}}">
        <table>
        <caption>{{earlierTitle}}</caption>
        <thead>
        <tr><th scope="col">Quarter</th><th scope="col">Months</th><th scope="col">Release</th><th scope="col">Issued</th><th scope="col">Data quality</th></tr>
        </thead>
        <tbody>
        {{#earlier}}
        <tr><th scope="row">{{quarter}}</th><td>{{period}}</td><td><a href="{{page}}">{{releaseID}}</a>{{#isLatest}}, the latest of the quarter{{/isLatest}}</td><td>{{issued}}</td><td>{{quality}}</td></tr>
        {{/earlier}}
        </tbody>
        </table>
        </div>

        """
}
