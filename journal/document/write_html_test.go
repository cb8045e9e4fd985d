package document_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	. "groundwork/journal/document"
)

// attribute gives the value of an element's attribute, or "".
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// find gives the elements of a name.
func (p page) find(name string) []*html.Node {
	var all []*html.Node
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			all = append(all, n)
		}
	}
	return all
}

func TestGivenAnyText_WhenWrittenAsHTML_ThenNothingIsRunOrLoaded(t *testing.T) {
	body := "</script><script>alert(1)</script> \"><img src=x onerror=alert(1)> [a](javascript:alert(1)) ![x](https://a/b.png) " +
		"<https://a/\"onmouseover=\"x> `</code><script>` [[\"><b>]]\n\n```\"><script>\n</pre><script>\n```"
	p := pageOf(t, written(t, bookOf(body), WriteHTML))
	for _, name := range []string{"script", "img", "iframe", "object", "embed", "link", "base", "form", "input", "b"} {
		if p.elements[name] > 0 {
			t.Errorf("there is <%s>", name)
		}
	}
	for n := range p.root.Descendants() {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" {
				t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
			}
		}
	}
	for _, to := range p.links {
		if !strings.HasPrefix(to, "#") && !strings.HasPrefix(to, "http://") && !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "mailto:") {
			t.Errorf("a link leads to %q", to)
		}
	}
}

func TestThePolicyOfAPageAllowsItsStyleAlone(t *testing.T) {
	p := pageOf(t, written(t, bookOf("a"), WriteHTML))
	style := p.find("style")
	if len(style) != 1 {
		t.Fatalf("there are %d styles", len(style))
	}
	sum := sha256.Sum256([]byte(style[0].FirstChild.Data))
	want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
	for _, m := range p.find("meta") {
		if attribute(m, "http-equiv") == "Content-Security-Policy" && attribute(m, "content") == want {
			return
		}
	}
	t.Errorf("no policy says %q", want)
}

func TestPlacesInAPageAreNamedOnceAndLinksLeadToThem(t *testing.T) {
	b := bookOf("# One\n\na\n\n## Two\n\n### Three")
	b.Contents = true
	p := pageOf(t, written(t, b, WriteHTML))
	for id, n := range p.ids {
		if n > 1 {
			t.Errorf("%d places are named %q", n, id)
		}
	}
	inside := 0
	for _, to := range p.links {
		if id, is := strings.CutPrefix(to, "#"); is {
			inside++
			if p.ids[id] == 0 {
				t.Errorf("nothing is named %q", id)
			}
		}
	}
	// One and Two of two documents, a note each, and the ways back
	if inside != 8 {
		t.Errorf("%d links lead inside the page: %q", inside, p.links)
	}
}

func TestAPageSaysWhatItIsToWhoCannotSeeIt(t *testing.T) {
	b := Book{Title: &Title{Text: "Case"}, Parts: parts(charts(), FromMarkdown("# a\n\n- [x] b\n\n| c | d |\n|---|---|\n| e | f |\n\nשלום"))}
	p := pageOf(t, written(t, b, WriteHTML))
	if lang := attribute(p.find("html")[0], "lang"); lang != "en" {
		t.Errorf("the page's language is %q", lang)
	}
	for _, svg := range p.find("svg") {
		for id := range strings.FieldsSeq(attribute(svg, "aria-labelledby")) {
			if p.ids[id] != 1 {
				t.Errorf("%q says nothing of a chart", id)
			}
		}
	}
	for name, want := range map[string]int{"svg": 3, "title": 4, "desc": 3, "h1": 1, "h2": 1, "main": 1, "article": 2, "header": 1, "th": 2} {
		if p.elements[name] != want {
			t.Errorf("there are %d <%s>, want %d", p.elements[name], name, want)
		}
	}
	for _, words := range []string{"Jan, reflection 2, moment 1, covered 3 of 10", "Delegates, Jan own word, Feb quote, strong", "new business, moments 1.5k"} {
		if !strings.Contains(p.words, words) {
			t.Errorf("no chart says %q: %s", words, p.words)
		}
	}
	if !slices.ContainsFunc(p.find("p"), func(n *html.Node) bool { return attribute(n, "dir") == "auto" }) {
		t.Error("Hebrew does not run from right to left")
	}
}

// TestColoursOfAPageCanBeRead: WCAG 2.2, 1.4.3, for words 4.5 : 1 on what is
// behind them; 1.4.11, for what is drawn 3 : 1, or it has a mark on it that is.
func TestColoursOfAPageCanBeRead(t *testing.T) {
	p := pageOf(t, written(t, Book{}, WriteHTML))
	css := p.find("style")[0].FirstChild.Data
	used := regexp.MustCompile(`(?:[{;\s])(?:color|fill|stroke): *var\(--(\w+)\)`).FindAllStringSubmatch(css, -1)
	if len(used) < 20 {
		t.Fatalf("only %d colours were found", len(used))
	}
	if other := regexp.MustCompile(`(?:color|fill|stroke|background): *#`).FindString(css); other != "" {
		t.Errorf("a colour is not of the palette: %s", other)
	}
	all := regexp.MustCompile(`--(\w+): (#\w{6})`).FindAllStringSubmatchIndex(css, -1)
	schemes := map[string]map[string]string{"light": {}, "dark": {}}
	dark := strings.Index(css, "prefers-color-scheme: dark")
	print := strings.Index(css, "@media print")
	for _, at := range all {
		name, colour := css[at[2]:at[3]], css[at[4]:at[5]]
		switch {
		case at[0] < dark:
			schemes["light"][name] = colour
		case at[0] < print:
			schemes["dark"][name] = colour
		}
	}
	for scheme, colours := range schemes {
		check := func(name, on string, least float64) {
			if got := contrast(t, colours[name], colours[on]); got < least {
				t.Errorf("%s: %s on %s is %.2f : 1", scheme, name, on, got)
			}
		}
		for _, name := range []string{"ink", "ink2", "ink3", "accent"} {
			check(name, "bg", 4.5)
			check(name, "sunken", 4.5)
		}
		for i := range 4 {
			n := strconv.Itoa(i + 1)
			check("mark"+n, "step"+n, 4.5)
			check("part"+n, "bg", 3)
		}
		check("step3", "bg", 3)
		check("lineStrong", "bg", 3)
	}
	for _, u := range used {
		if !regexp.MustCompile(`^(ink\d?|accent|mark\d|part\d|step\d|lineStrong|sunken|line)$`).MatchString(u[1]) {
			t.Errorf("%s is used and not checked", u[1])
		}
	}
}

// contrast is WCAG 2.2's ratio of two colours.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	lighter, darker := luminance(t, a), luminance(t, b)
	if lighter < darker {
		lighter, darker = darker, lighter
	}
	return (lighter + .05) / (darker + .05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	var rgb [3]uint8
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2]); err != nil {
		t.Fatalf("%q is no colour: %v", colour, err)
	}
	sum := 0.0
	for i, weight := range []float64{.2126, .7152, .0722} {
		c := float64(rgb[i]) / 255
		if c <= .04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
