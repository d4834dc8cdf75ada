/// The page that leads to every release of an output folder.
enum IndexPageTemplate {
    static let text = """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        {{> head}}
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>
        <h1>{{pageTitle}}</h1>
        <p class="lead">The newest release of each report is first, with its files and a summary; the others follow.</p>
        </header>
        <main id="content">
        {{^pipelines}}
        <p>There is no release yet.</p>
        {{/pipelines}}
        {{#pipelines}}
        <section aria-labelledby="{{id}}">
        <h2 id="{{id}}">{{title}}</h2>
        {{#newest}}
        <div class="card">
        <h3>{{quarter}}: {{period}}</h3>
        <p>{{issued}} <a href="{{page}}">Read the release {{quarter}} of {{title}}</a>, with all tables and charts.</p>
        <dl>
        <dt>Data quality</dt><dd>{{quality}}</dd>
        {{#gapWords}}<dt>Not delivered, or only in part</dt><dd>{{gapWords}}</dd>{{/gapWords}}
        <dt>Since the last issued release</dt><dd>{{^hasChanges}}{{noChanges}}{{/hasChanges}}{{#changes}}{{.}} {{/changes}}</dd>
        </dl>
        <h4>Downloads</h4>
        {{> downloads}}
        </div>
        {{#summary}}
        <h3>Summary of {{quarter}}</h3>
        {{> summary-below}}
        {{/summary}}
        {{/newest}}
        {{#hasEarlier}}
        {{> links}}
        {{/hasEarlier}}
        </section>
        {{/pipelines}}
        </main>
        <footer>
        <p>Every release names what it was made of in its manifest, by the SHA-256 of each file.</p>
        </footer>
        </body>
        </html>

        """
}
