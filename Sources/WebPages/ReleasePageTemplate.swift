/// The page of one release.
enum ReleasePageTemplate {
    static let text = """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        {{> head}}
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>
        <p class="muted">{{partnership}}</p>
        <h1>{{title}}</h1>
        <p class="lead">{{period}}.</p>
        <nav aria-label="On this page">
        <ul>
        {{#summary}}<li><a href="#summary">Summary</a></li>{{/summary}}
        {{#hasChanges}}<li><a href="#changes">What changed</a></li>{{/hasChanges}}
        <li><a href="#downloads">Downloads</a></li>
        {{#tables}}
        <li><a href="#{{id}}">{{caption}}</a></li>
        {{/tables}}
        {{#hasCharts}}<li><a href="#charts">Charts</a></li>{{/hasCharts}}
        <li><a href="#quality">Data quality</a></li>
        {{#hasNotes}}<li><a href="#notes">Notes</a></li>{{/hasNotes}}
        </ul>
        </nav>
        </header>
        <main id="content">
        {{#summary}}
        <section id="summary" aria-labelledby="summary-heading">
        <h2 id="summary-heading">Summary</h2>
        {{> summary}}
        </section>
        {{/summary}}
        {{#hasChanges}}
        <section id="changes" aria-labelledby="changes-heading">
        <h2 id="changes-heading">What changed since the last issued release</h2>
        <ul>
        {{#changes}}
        <li>{{.}}</li>
        {{/changes}}
        </ul>
        </section>
        {{/hasChanges}}
        <section id="downloads" aria-labelledby="downloads-heading">
        <h2 id="downloads-heading">Downloads</h2>
        {{> downloads}}
        </section>
        {{#tables}}
        <section id="{{id}}" aria-labelledby="{{id}}-heading"{{#isWide}} class="wide"{{/isWide}}>
        <h2 id="{{id}}-heading">{{caption}}</h2>
        {{> table}}
        <p class="muted">Source: {{source}}</p>
        </section>
        {{/tables}}
        {{#hasCharts}}
        <section id="charts" aria-labelledby="charts-heading">
        <h2 id="charts-heading">Charts</h2>
        {{#charts}}
        <figure>
        <figcaption>{{title}}</figcaption>
        <div class="scroll" role="group" tabindex="0" aria-label="{{title}}">
        {{{drawing}}}
        </div>
        </figure>
        {{/charts}}
        {{#omissions}}
        <p>{{.}}</p>
        {{/omissions}}
        {{#chartTables}}
        <details{{#isWide}} class="wide"{{/isWide}}>
        <summary>{{caption}}</summary>
        {{> table}}
        </details>
        {{/chartTables}}
        </section>
        {{/hasCharts}}
        <section id="quality" aria-labelledby="quality-heading" class="wide">
        <h2 id="quality-heading">Data quality</h2>
        {{#gaps}}
        <p>{{.}}</p>
        {{/gaps}}
        {{#qualityListing}}
        <p>{{qualityListing}}</p>
        {{/qualityListing}}
        {{#quality}}
        {{> table}}
        {{/quality}}
        </section>
        {{#hasNotes}}
        <section id="notes" aria-labelledby="notes-heading">
        <h2 id="notes-heading">Notes</h2>
        {{#notes}}
        {{> table}}
        {{/notes}}
        </section>
        {{/hasNotes}}
        </main>
        <footer>
        <dl>
        <dt>Release</dt><dd>{{releaseID}}</dd>
        {{#author}}<dt>Author</dt><dd>{{author}}</dd>{{/author}}
        {{#hasContact}}<dt>Contact</dt><dd>{{#contact}}{{.}}{{^last()}}; {{/last()}}{{/contact}}</dd>{{/hasContact}}
        </dl>
        </footer>
        </body>
        </html>

        """
}
