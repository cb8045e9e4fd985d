// Gosec looks through the program for what gosec knows of weaknesses, and fails
// where it finds one that is not argued: at the line (#nosec RULE -- why), or
// below, where a rule asks for what this program is not.
//
//	make gosec
//
// It is a program of its own, in a module of its own, because the one that
// comes with gosec brings along the clients of services that would mend the
// code, and takes minutes to build.
package main

import (
	"fmt"
	"io"
	"log"
	"os"

	"github.com/securego/gosec/v2"
	"github.com/securego/gosec/v2/analyzers"
	"github.com/securego/gosec/v2/report"
	"github.com/securego/gosec/v2/rules"
)

// notOurs are the rules that ask for what this program is not, by the paths for
// which they do.
var notOurs = []gosec.PathExcludeRule{
	// For who opens what a stranger names. Here the user names a file of
	// theirs, or it lies below the journal's folder, under a name that the
	// program gave it or that was looked at (data/attachments_name.go).
	{Path: ".*", Rules: []string{"G304"}},
	// Writers that keep their error until they are flushed, or have none.
	{Path: "/(journal/document/write_|ui/cli/manual|data/columns)", Rules: []string{"G104"}},
	// Numbers that we made ourselves: colours, letters of a page, lots drawn.
	{Path: "/(journal/document/paper|journal/sample|journal/prompts|journal/suggest|ui/look)/", Rules: []string{"G115"}},
	// Texts of a sample journal are drawn, not secrets.
	{Path: "/journal/sample/", Rules: []string{"G404"}},
	// Draws the icons while we develop.
	{Path: "/ui/look/outline/", Rules: []string{"G306", "G703"}},
}

// notLooked are the folders that are in no release.
var notLooked = []string{"tools", "e2e", "bench", "faults", "build", "bin", `\.git`}

func main() {
	found, err := look()
	if err != nil {
		fmt.Fprintln(os.Stderr, "gosec:", err)
		os.Exit(2)
	}
	if found {
		os.Exit(1)
	}
}

// look writes what it finds and tells whether there was anything.
func look() (bool, error) {
	all := gosec.NewAnalyzer(gosec.NewConfig(), false, false, false, 2, log.New(io.Discard, "", 0))
	all.LoadRules(rules.Generate(false).RulesInfo())
	all.LoadAnalyzers(analyzers.Generate(false).AnalyzersInfo())
	packages, err := gosec.PackagePaths("./...", gosec.ExcludedDirsRegExp(notLooked))
	if err != nil {
		return false, fmt.Errorf("find the packages: %w", err)
	}
	if err := all.Process([]string{"ci"}, packages...); err != nil {
		return false, fmt.Errorf("look through the packages: %w", err)
	}
	issues, metrics, unread := all.Report()
	filter, err := gosec.NewPathExclusionFilter(notOurs)
	if err != nil {
		return false, fmt.Errorf("read the paths: %w", err)
	}
	issues, _ = filter.FilterIssues(issues)
	if len(issues) == 0 && len(unread) == 0 {
		fmt.Printf("gosec: %d files, %d exceptions argued at their lines\n", metrics.NumFiles, metrics.NumNosec)
		return false, nil
	}
	metrics.NumFound = len(issues)
	here, err := gosec.RootPath(".")
	if err != nil {
		return false, fmt.Errorf("find the folder: %w", err)
	}
	return true, report.CreateReport(os.Stdout, "text", false, []string{here}, gosec.NewReportInfo(issues, metrics, unread))
}
