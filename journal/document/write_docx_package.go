package document

import (
	"fmt"
	"strconv"
	"strings"
)

// What is the same in each file (ECMA-376, parts 1 and 2).
const (
	xmlHead    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	docxSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relations  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordPart   = "application/vnd.openxmlformats-officedocument.wordprocessingml."

	docxTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="` + wordPart + `document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="` + wordPart + `styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="` + wordPart + `settings+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="` + wordPart + `fontTable+xml"/>
<Override PartName="/word/footer1.xml" ContentType="` + wordPart + `footer+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="` + wordPart + `footnotes+xml"/>
<Override PartName="/word/numbering.xml" ContentType="` + wordPart + `numbering+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>
`
	docxRelations = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="` + relations + `officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>
`
	docxSettings = xmlHead + `<w:settings ` + docxSpaces + `>
<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
</w:settings>
`
	docxFonts = xmlHead + `<w:fonts ` + docxSpaces + `>
<w:font w:name="Georgia"><w:altName w:val="Charis SIL"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="Arial"><w:altName w:val="Noto Sans"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="Consolas"><w:altName w:val="DejaVu Sans Mono"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font>
<w:font w:name="Segoe UI Symbol"><w:altName w:val="DejaVu Sans"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
</w:fonts>
`
	docxFooter = xmlHead + `<w:ftr ` + docxSpaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
`
	docxNoteLines = `<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
`
	// A4 with margins of 24 mm, in twentieths of a point.
	docxPage  = `<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1361" w:bottom="1304" w:left="1361" w:header="680" w:footer="624" w:gutter="0"/></w:sectPr>` + "\n"
	textWidth = 11906 - 2*1361
)

// docxCore says what the file is called and nothing else: no names, no times.
func docxCore(title string) string {
	return xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` +
		xmlText(title) + "</dc:title></cp:coreProperties>\n"
}

// docxLinks names the other parts that the body needs, and the addresses its
// links lead to.
func docxLinks(to []string) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + "\n")
	for i, name := range []string{"styles", "settings", "numbering", "footnotes", "footer", "fontTable"} {
		file := name
		if name == "footer" {
			file = "footer1"
		}
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s%s" Target="%s.xml"/>`+"\n", i+1, relations, name, file)
	}
	for i, address := range to {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%shyperlink" Target="%s" TargetMode="External"/>`+"\n", linkID(i), relations, xmlText(address))
	}
	b.WriteString("</Relationships>\n")
	return b.String()
}

func linkID(i int) string { return "link" + strconv.Itoa(i+1) }

// A list hangs so far, in twentieths of a point, and can stand so deep.
const (
	hanging   = 360
	deepLevel = 8
)

// docxNumbering says how lists count. All with bullets are list 1; the numbered
// ones follow, each of which begins anew.
func docxNumbering(lists []docxList) string {
	var b strings.Builder
	b.WriteString(xmlHead + "<w:numbering " + docxSpaces + ">\n")
	for kind, mark := range []string{"bullet", "decimal"} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`+"\n", kind)
		for level := range deepLevel + 1 {
			text := []string{"•", "–", "◦"}[level%3]
			if mark == "decimal" {
				text = "%" + strconv.Itoa(level+1) + "."
			}
			fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="%d"/></w:pPr></w:lvl>`+"\n",
				level, mark, text, (level+1)*hanging, hanging)
		}
		b.WriteString("</w:abstractNum>\n")
	}
	b.WriteString(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>` + "\n")
	for i, l := range lists {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride></w:num>`+"\n", i+2, l.level, l.first)
	}
	b.WriteString("</w:numbering>\n")
	return b.String()
}
