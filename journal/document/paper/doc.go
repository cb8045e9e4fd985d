// Package paper sets books on pages, and shows the pages in two ways: as a PDF
// and as pictures. Both are made of the same pages, so that a preview is
// exactly what is written.
//
// Start at [Press]. It knows the faces and may be used by several goroutines:
//
//	pages, err := press.Set(ctx, book, paper.Options{Sheet: paper.A4()})
//	picture := press.Draw(pages, 0, 800, ink)
//	err = press.WritePDF(ctx, w, pages, paper.Meta{Title: "…"})
//
// Text runs from the left to the right: Arabic and Hebrew stand in the order
// of their letters, not turned around and not joined. A letter that none of the
// faces has is shown as a mark of replacement; the PDF still holds the letter
// itself, so that it is found and copied. Accents that were typed as letters of
// their own are joined with the letter they belong to where there is such a
// letter (Unicode Standard Annex 15, form C).
package paper
