/// The style sheet of every page. Colours keep at least 4.5 to 1 against what they stand on; nothing is shown by colour
/// alone; wide tables scroll on a screen and turn the paper.
enum PageStyle {
    static let css = """
        :root { --ink: #14181f; --muted: #4a5160; --line: #c3c8d1; --ground: #f4f5f8; --link: #0b3d91; --compare: #5a6270; }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0; font: 1rem/1.5 Arial, "Liberation Sans", sans-serif; color: var(--ink); background: #fff; }
        a { color: var(--link); }
        a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { position: static; display: inline-block; padding: .5rem 1rem; }
        header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
        header { padding-top: 1.5rem; }
        footer { padding-bottom: 2rem; color: var(--muted); border-top: 1px solid var(--line); margin-top: 3rem; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
        h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.5rem 0 .75rem; }
        h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
        p, li { max-width: 44rem; }
        li { margin-bottom: .25rem; }
        .lead { font-size: 1.1rem; margin-top: 0; }
        .muted { color: var(--muted); }
        nav ul { padding-left: 1.25rem; }
        blockquote { margin: 1rem 0; padding: .25rem 1rem; border-left: 4px solid var(--line); max-width: 44rem; }
        blockquote p { margin: .25rem 0; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1rem 0; max-width: 60rem; }
        dt { font-weight: bold; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; margin: .5rem 0 1rem; }
        table { border-collapse: collapse; font-size: .9375rem; line-height: 1.35; }
        caption { text-align: left; font-weight: bold; padding: 0 0 .5rem; }
        .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        th, td { padding: .4rem .75rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
        thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); }
        th[scope=row] { font-weight: normal; min-width: 11rem; }
        th[scope=rowgroup] { padding-top: 1rem; background: var(--ground); padding-left: .5rem; }
        th.file { overflow-wrap: anywhere; }
        th.number, td.number { text-align: right; padding-left: .75rem; padding-right: .25rem; font-variant-numeric: tabular-nums; }
        thead th.number { min-width: 5.5rem; }
        td.number { white-space: nowrap; }
        td.words { white-space: normal; }
        tr.total th, tr.total td { font-weight: bold; border-top: 1px solid var(--ink); }
        .depth1 { padding-left: 1.25rem; } .depth2 { padding-left: 2.5rem; } .depth3 { padding-left: 3.75rem; }
        figure { margin: 1rem 0 2rem; }
        figure svg { display: block; width: 100%; min-width: 34rem; max-width: 52rem; height: auto; }
        figcaption { font-weight: bold; margin-bottom: .5rem; max-width: 52rem; }
        summary { cursor: pointer; padding: .25rem 0; color: var(--link); }
        .card { border: 1px solid var(--line); border-radius: .25rem; padding: 0 1.25rem .75rem; margin: 1rem 0 1.5rem; }
        .card h3 { margin-top: 1rem; }
        @media (max-width: 40rem) {
          dl { grid-template-columns: 1fr; gap: 0; }
          dd { margin-bottom: .75rem; }
          .card { padding: 0 .75rem .5rem; }
          ul { padding-left: 1.25rem; }
          th[scope=row] { min-width: 9rem; }
          th[scope=rowgroup] { max-width: 20rem; }
        }
        @page { size: A4; margin: 15mm; }
        @page wide { size: A4 landscape; margin: 12mm; }
        @media print {
          body { font-size: 10.5pt; }
          header, main, footer { max-width: none; padding: 0; }
          .skip, nav { display: none; }
          a { color: inherit; }
          h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 12pt; }
          h2, h3, caption, figcaption { break-after: avoid; }
          tr, figure, .card { break-inside: avoid; }
          thead { display: table-header-group; }
          .scroll { overflow: visible; }
          table { font-size: 9pt; line-height: 1.25; }
          th, td { padding-top: .15rem; padding-bottom: .15rem; }
          th[scope=rowgroup] { padding-top: .5rem; background: none; padding-left: 0; }
          .wide { page: wide; }
          .wide table { font-size: 7.5pt; }
          .wide thead th.number { min-width: 0; }
          .wide table { width: 100%; }
          .wide th, .wide td { padding-right: .3rem; padding-left: .3rem; }
          .wide th[scope=row] { min-width: 7rem; }
          details::details-content { display: block; content-visibility: visible; }
          summary { list-style: none; color: inherit; }
        }
        """
}
