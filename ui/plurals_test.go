package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// counted is a number before the plural of a noun.
var counted = regexp.MustCompile(`\{\{\.(\w+)\}\} (?:\p{L}+ )?(\p{L}+s|people)\b`)

// countsSomething tells whether a sentence counts things in the plural.
func countsSomething(sentence string) bool {
	for _, found := range counted.FindAllStringSubmatch(sentence, -1) {
		switch found[2] {
		case "is", "was", "has", "its", "this", "stays", "holds", "proves", "keeps", "as", "goes", "needs", "opens", "puts":
		default:
			return true
		}
	}
	return false
}

// countsOne is one of something.
var countsOne = regexp.MustCompile(`\b(1|[Oo]ne|once)\b`)

// TestNoSentenceCountsWithoutAFormForOne reads the window's own words: where one
// counts things, the words for one of them stand beside it.
func TestNoSentenceCountsWithoutAFormForOne(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			var many []string
			ones := 0
			ast.Inspect(d, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				switch sentence := saysOf(call); {
				case neverOne()[sentence] != "":
				case countsSomething(sentence):
					many = append(many, sentence)
				case countsOne.MatchString(sentence):
					ones++
				}
				return true
			})
			if len(many) > ones {
				t.Errorf("%s counts in %d ways, and one in %d: %q", set.Position(d.Pos()), len(many), ones, many)
			}
		}
	}
}

// saysOf is what a call has the window say.
func saysOf(call *ast.CallExpr) string {
	fun, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return ""
	}
	from, ok := fun.X.(*ast.Ident)
	literal, isText := call.Args[0].(*ast.BasicLit)
	if !ok || !isText || from.Name != "lang" {
		return ""
	}
	sentence, err := strconv.Unquote(literal.Value)
	if err != nil {
		return ""
	}
	return sentence
}

// neverOne lists the sentences that count things of which there is never just
// one, and why.
func neverOne() map[string]string {
	const (
		fixed  = "they are a fixed number"
		many   = "one is said in a sentence of its own, or not at all"
		beyond = "it is more than a limit"
		of     = "what stands behind “of” are all there are"
		two    = "it counts two things at once"
	)
	return map[string]string{
		"{{.Count}} files were not attached. They lie where they were.": many,
		"{{.Count}} expectations":           many, // chips of an entry, which names one
		"{{.Cut}} of {{.Count}} characters": beyond,
		"{{.Recent}} of {{.All}} pieces of evidence. One entry can prove several things.": of,
		"{{.Percent}} % of the evidence is from the last {{.Last}} months of {{.Months}}": many,
		"Up from {{.Value}} on {{.Day}}, {{.Count}} values.":                              many,
		"Down from {{.Value}} on {{.Day}}, {{.Count}} values.":                            many,
		"As on {{.Day}}, {{.Count}} values.":                                              many,
		"{{.Have}} of {{.Need}} people":                                                   of, "{{.Have}} of {{.All}} pieces": of, "{{.Have}} of {{.Need}} gaps": of, "{{.Have}} of {{.Need}} areas": of,
		"{{.There}} of {{.All}} lines hold, {{.Partly}} in part, {{.Missing}} open. Counted from what you wrote, never graded.": fixed,
		"{{.Done}} of {{.Of}} skills": fixed, "{{.Done}} of {{.Of}} habits": fixed, "{{.Done}} of {{.Of}} ways": fixed, "{{.Done}} of {{.Of}} lessons kept": of,
		"1 of {{.All}} private entries goes out this time": of, "{{.Count}} of {{.All}} private entries go out this time": of,
		"+{{.Came}} −{{.Gone}} words":                                                two,
		"{{.Documents}} documents, {{.Elements}} elements, {{.Prompts}} prompts":     fixed,
		"You have written on {{.Days}} days since {{.Since}}.":                       many,
		"{{.Count}} years ago":                                                       many,
		"“Not now” {{.Count}} times in a row: a good time to step back for a while.": many,
		"After {{.Days}} days":                                                       fixed, "After {{.Count}} minutes": many,
		"More than {{.Count}} entries": beyond, "More than {{.Count}} moments": beyond, "More than {{.Count}} pieces of feedback": beyond,
		"More than {{.Count}} applications": beyond, "More than {{.Count}} reflections": beyond,
		"Strong evidence now covers {{.Strong}} of {{.Asked}} expectations.": of,
		"In {{.Days}} days": many, "{{.Days}} days ago": many, "{{.Months}} months ago": many, "{{.Years}} years ago": many,
	}
}

func TestCountsStandInTheCaseTheirSentenceAsksFor(t *testing.T) {
	speakGerman(t)
	for n, want := range map[int]string{0: "0 Einträgen", 1: "1 Eintrag", 2: "2 Einträgen", 1200: "1.200 Einträgen"} {
		if got := amongEntries(n); got != want {
			t.Errorf("%d are %q, want %q", n, got, want)
		}
	}
}
