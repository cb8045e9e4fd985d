package document_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	. "groundwork/journal/document"
)

func TestNumberedListsOfADOCXEachBeginAnew(t *testing.T) {
	all := partsOf(t, written(t, Of(nil, FromMarkdown("1. a\n2. b\n   7. c\n\nd\n\n3. e")), WriteDOCX))
	used := regexp.MustCompile(`<w:ilvl w:val="(\d)"/><w:numId w:val="(\d)"/>`).FindAllString(all["word/document.xml"], -1)
	want := []string{
		`<w:ilvl w:val="0"/><w:numId w:val="2"/>`, `<w:ilvl w:val="0"/><w:numId w:val="2"/>`,
		`<w:ilvl w:val="0"/><w:numId w:val="3"/>`,
	}
	if !slices.Equal(used, want) {
		t.Errorf("items count as %q", used)
	}
	for _, begins := range []string{
		`<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>`,
		`<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>`,
	} {
		if !strings.Contains(all["word/numbering.xml"], begins) {
			t.Errorf("no list begins with %s", begins)
		}
	}
}

func TestADOCXSaysNothingOfWhoWroteItOrWhen(t *testing.T) {
	b := bookOf("a")
	b.Title = &Title{Text: "Case & point"}
	file := written(t, b, WriteDOCX)
	core := partsOf(t, file)["docProps/core.xml"]
	inside := regexp.MustCompile(`(?s)<cp:coreProperties[^>]*>(.*)</cp:coreProperties>`).FindStringSubmatch(core)
	if len(inside) != 2 || inside[1] != "<dc:title>Case &amp; point</dc:title>" {
		t.Errorf("it says %s", core)
	}
	for name := range partsOf(t, file) {
		if strings.HasPrefix(name, "docProps/") && name != "docProps/core.xml" {
			t.Errorf("there is %s", name)
		}
	}
}

func TestLinksOfADOCXLeadToAddressesThatWordTakes(t *testing.T) {
	for address, want := range map[string]string{
		"https://a.b/c?d=1&e=2#f":              "https://a.b/c?d=1&amp;e=2#f",
		"https://a.b/é d":                      "https://a.b/%C3%A9%20d",
		"https://a.b/100%#c#d":                 "https://a.b/100%25#c%23d",
		"http://a b/":                          "",
		"https://a:port/":                      "",
		"mailto:a@b.c":                         "mailto:a@b.c",
		"https://" + strings.Repeat("a", 2100): "",
	} {
		d := Document{Blocks: []Block{Paragraph{[]Span{{Text: "there", Link: address}}}}}
		file := written(t, Of(nil, d), WriteDOCX)
		to := regexp.MustCompile(`hyperlink" Target="([^"]*)"`).FindStringSubmatch(partsOf(t, file)["word/_rels/document.xml.rels"])
		if got := strings.Join(to[min(len(to), 1):], ""); got != want {
			t.Errorf("%q leads to %q, want %q", address, got, want)
		}
		if said := saidByDOCX(t, file); want == "" && !strings.Contains(said, address) {
			t.Errorf("%q is lost: %q", address, said)
		}
	}
}

// TestADOCXOpensElsewhereWithTheSameWords: LibreOffice opens it without a
// question and makes a PDF of it. make test installs both programs.
func TestADOCXOpensElsewhereWithTheSameWords(t *testing.T) {
	for _, program := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed: tools/system.sh test installs it", program)
		}
	}
	dir := t.TempDir()
	hostile := "\n\n" + strings.Repeat("</w:t></script>*a_ ]]>", 500) + "\n\n" + strings.Repeat("w", 100_000) + "\n\nשלום 👩‍👩‍👧 \x00\x1b\ufffe"
	d := charts()
	d.Blocks = append(FromMarkdown(long()[:8000]+hostile).Blocks, d.Blocks...)
	d.Blocks = append(d.Blocks, PageBreak{}, Table{}, Quote{Blocks: []Block{says("quoted")}, By: plain("giver")},
		Figures{[]Figure{{"twelve", "moments"}}}, Paragraph{[]Span{{Text: "noted", Note: 1}}}, Caption{plain("captioned")})
	d.Notes = []Note{{plain("footnote")}}
	b := Book{Title: &Title{"Casework", []string{"below"}}, Contents: true, Parts: parts(d, FromMarkdown("1. another\n   - [x] document"))}
	if err := os.WriteFile(filepath.Join(dir, "book.docx"), []byte(written(t, b, WriteDOCX)), 0o600); err != nil {
		t.Fatal(err)
	}
	office := exec.Command("soffice", "-env:UserInstallation=file://"+dir+"/office", "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", dir, filepath.Join(dir, "book.docx"))
	office.Env = append(os.Environ(), "HOME="+dir)
	if out, err := office.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := exec.Command("pdftotext", "-raw", filepath.Join(dir, "book.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	said := lettersOf(string(text))
	words := wordsOf(holds(d).read.String() + " Casework below another document quoted giver twelve moments noted footnote captioned Outcomes Growth Delegates covered")
	for _, w := range words {
		if latin := strings.IndexFunc(w, func(r rune) bool { return r > unicode.MaxLatin1 }) < 0; latin && len(w) < 1000 && !strings.Contains(said, w) {
			t.Errorf("the PDF lacks %q", w)
		}
	}
	if n := strings.Count(said, "w"); n < 100_000 {
		t.Errorf("of a word of 100,000 letters %d are there", n)
	}
}
