/**
 * The look of every PDF. The functions below are all that a document calls; what people wrote only
 * ever reaches them as string values, never as markup.
 */
export const typstTemplate = String.raw`
#let ink = rgb("#1b1f24")
#let accent = rgb("#154273")
#let quiet = rgb("#4d5661")
#let line-color = rgb("#c5cdd6")
#let tint = rgb("#eef3f8")
#let warm = rgb("#fdf3e1")
#let ochre = rgb("#8f5b00")

#let doc-link(target, body) = link(target, text(fill: accent, underline(body, offset: 2pt, stroke: 0.5pt)))
#let doc-source(target, body) = link(target, text(fill: accent, body))
#let doc-flow(parts) = parts.sum(default: [])
#let doc-paragraph(parts) = par(doc-flow(parts))

#let doc-heading(level, id, body) = [#heading(level: level, body)#label(id)]

#let doc-table(caption, widths, aligns, header-column, headers, rows) = figure(
	kind: table,
	caption: figure.caption(position: top, caption),
	table(
		columns: widths,
		align: (x, y) => aligns.at(x) + top,
		table.header(..headers.map(body => table.cell(text(weight: 600, fill: accent, body)))),
		..rows.map(row => row.enumerate().map(((x, body)) =>
			if x == 0 and header-column { text(weight: 600, body) } else { body }
		)).flatten(),
	),
)

#let doc-callout(tone, title, body) = {
	let (fill, edge) = if tone == "warning" { (warm, ochre) } else { (tint, accent) }
	block(fill: fill, stroke: (left: 3pt + edge), inset: (x: 11pt, y: 9pt), width: 100%, above: 1.1em, below: 1.1em, {
		block(below: 0.55em, sticky: true, text(weight: 600, fill: edge, title))
		body
	})
}

#let doc-quote(body, attribution) = quote(block: true, attribution: attribution, body)

#let doc-sources(entries) = {
	set enum(numbering: "[1]", body-indent: 0.7em, spacing: 0.75em)
	set text(size: 9.5pt)
	enum(..entries.map(((number, body)) => enum.item(number, [#metadata(number)#label("source-" + str(number))#body])))
}

#let doc-opening(subtitle, details, note) = {
	block(below: 0.8em, title())
	if subtitle != none { block(below: 0.9em, text(size: 14pt, fill: quiet, subtitle)) }
	if details != none { block(below: 0.9em, text(fill: quiet, details)) }
	if note != none { block(below: 0.9em, text(style: "italic", note)) }
	line(length: 100%, stroke: 1.5pt + accent)
	v(0.6em)
}

#let doc-contents(name) = {
	outline(title: name, depth: 2, indent: 1.2em)
	pagebreak()
}

#let doc-end() = context [#metadata((
	page: here().page(),
	y: here().position().y.pt(),
	height: page.height.pt(),
	top: page.margin.top.length.pt(),
	bottom: page.margin.bottom.length.pt(),
)) <end>]

#let document-style(meta, body) = {
	set document(title: meta.title, author: meta.author, date: none)
	set text(lang: meta.lang, region: meta.region, font: "Source Sans 3", size: 10.5pt, fill: ink, fallback: false, hyphenate: auto)
	set page(
		paper: "a4",
		flipped: meta.landscape,
		margin: if meta.landscape { (x: 1.5cm, top: 1.6cm, bottom: 1.8cm) } else { (x: 2.3cm, top: 2.3cm, bottom: 2.4cm) },
		footer: context text(size: 9pt, fill: quiet, grid(
			columns: (1fr, auto),
			column-gutter: 1em,
			meta.title,
			[#meta.page #counter(page).display() #meta.of #counter(page).final().first()],
		)),
	)
	set par(leading: 0.62em, spacing: 0.95em, justify: false)
	set list(indent: 0.2em, body-indent: 0.6em, spacing: 0.6em, marker: [•])
	set enum(indent: 0.2em, body-indent: 0.6em, spacing: 0.6em)
	show list: set block(above: 0.8em)
	show enum: set block(above: 0.8em)
	set strong(delta: 200)
	set table(stroke: (x, y) => (bottom: 0.5pt + line-color, top: if y == 0 { 1pt + accent } else { none }), inset: (x: 5pt, y: 5pt), fill: (x, y) => if y == 0 { tint })
	set terms(hanging-indent: 1.2em, spacing: 0.7em, separator: [#h(0.6em, weak: true)])
	show terms: set strong(delta: 200)
	show title: set text(size: 24pt, weight: 600, fill: accent)
	show title: set par(leading: 0.4em)
	show heading: set text(weight: 600, fill: accent, hyphenate: false)
	show heading: set block(sticky: true)
	show heading.where(level: 1): set text(size: 17pt)
	show heading.where(level: 1): set block(above: 1.7em, below: 0.8em)
	show heading.where(level: 2): set text(size: 13.5pt)
	show heading.where(level: 2): set block(above: 1.5em, below: 0.7em)
	show heading.where(level: 3): set text(size: 11.5pt)
	show heading.where(level: 3): set block(above: 1.3em, below: 0.6em)
	show heading.where(level: 4): set text(size: 10.5pt, fill: ink)
	show heading.where(level: 4): set block(above: 1.2em, below: 0.55em)
	show outline.entry.where(level: 1): set block(above: 0.9em)
	show outline.entry.where(level: 1): set text(weight: 600)
	show outline.entry: set outline.entry(fill: repeat(text(fill: line-color, "."), gap: 0.2em))
	set figure.caption(separator: [. ])
	set figure(gap: 0.6em, numbering: "1")
	show figure: set block(breakable: true, above: 1.3em, below: 1.4em)
	show figure: set align(start)
	show figure.caption: set text(size: 9.5pt, fill: quiet)
	show figure.caption: set align(start)
	show figure.caption: set block(sticky: true)
	show table: set text(size: 9.5pt, hyphenate: true)
	show table: set par(leading: 0.5em, spacing: 0.6em)
	show table: set list(spacing: 0.45em, indent: 0pt, body-indent: 0.45em)
	show table: set enum(spacing: 0.45em, indent: 0pt, body-indent: 0.45em)
	show quote.where(block: true): it => block(stroke: (left: 2pt + line-color), inset: (left: 10pt, y: 3pt), {
		emph(it.body)
		if it.attribution != none { block(above: 0.6em, text(size: 9.5pt, fill: quiet, [– #it.attribution])) }
	})
	body
}
`;
