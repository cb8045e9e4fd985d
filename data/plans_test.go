package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"groundwork/journal"
)

// TestTheLedgersReadIndexes looks at SQLite's plans: a ledger reads the rows of
// its kind, and whatever is found is found in an index.
func TestTheLedgersReadIndexes(t *testing.T) {
	s := newStore(t)
	some := journal.Day{Year: 2026, Month: 11, Date: 20}
	type plan struct {
		query string
		args  []any
		uses  string // the step that finds the rows
	}
	plans := map[string]plan{
		"applications": {selectApplications(applications(true)), applications(true).args, "SEARCH e USING INDEX entries_by_kind (kind=?)"},
		"stages":       {selectStages(applications(true)), applications(true).args, "SEARCH stages USING PRIMARY KEY (entry=?)"},
		"acting":       {selectActing, []any{"[]"}, "SEARCH a USING PRIMARY KEY (entry=?)"},
		"follow-ups":   {selectDue(true), []any{"", ""}, "SEARCH e USING INDEX entries_follow_ups"},
		"next steps":   {selectDue(true), []any{"", ""}, "SEARCH e USING INDEX entries_next_steps"},
		"involved":     {countInvolved, nil, "SCAN entry_people USING COVERING INDEX entry_people_by_person"},
		"givers":       {countGivers, nil, "SCAN g USING COVERING INDEX entries_by_giver"},
		"loose names":  {selectLoose, nil, "SCAN entry_people USING COVERING INDEX entry_people_by_person"},
		"loose givers": {selectLoose, nil, "SCAN entries USING COVERING INDEX entries_by_giver"},
		"named":        {selectGivers, []any{"x"}, "SEARCH entries USING INTEGER PRIMARY KEY"},
		"who is named": {selectInvolved, []any{"x"}, "SEARCH entry_people USING PRIMARY KEY"},
		"supporting":   {selectSupporting, []any{"x"}, "SEARCH evidence USING COVERING INDEX evidence_by_expectation (expectation=?)"},
		"support":      {selectSupport, []any{"x"}, "SEARCH evidence USING PRIMARY KEY"},
		"tagged":       {selectTagged, []any{"x"}, "SEARCH entry_tags USING COVERING INDEX entry_tags_by_tag (folded=?)"},
		"lines of":     {selectLinesOf, []any{"[]"}, "SEARCH e USING INDEX sqlite_autoindex_entries_1 (id=?)"},
		"one of a day": {selectOneOf(true), []any{"[]"}, "SEARCH entries USING INDEX entries_by_day (day=?)"},
		"titles":       {selectTitled, []any{"a", "b", 8}, "SEARCH entries USING COVERING INDEX entries_by_title"},
		"a title":      {selectTitledWhole, []any{"a", 8}, "SEARCH e USING INDEX entries_by_title (title_folded=?)"},
		"links":        {selectLinksTo, []any{"x"}, "SEARCH entry_links USING COVERING INDEX entry_links_by_target (target=?)"},
		"acted on":     {selectLinksTo, []any{"x"}, "SEARCH a USING COVERING INDEX acted_on_by_target (target=?)"},
		"shown":        {selectShowing(1, true), append(wantedArgs(wantedOf("", []string{"a/b"})), "", ""), "SEARCH p USING COVERING INDEX entries_by_prompt (prompt_key>? AND prompt_key<?)"},
		"evidence":     {selectShowing(1, true), append(wantedArgs(wantedOf("", []string{"a/b"})), "", ""), "SEARCH v USING COVERING INDEX evidence_by_expectation (expectation=? AND day>? AND day<?)"},
		"moments":      {selectMoments(true), []any{"", ""}, "SCAN entries USING COVERING INDEX entries_moments"},
		"mentions":     {selectLinksTo, []any{"x"}, "SEARCH m USING PRIMARY KEY (folded=?)"},
	}
	for name, f := range map[string]struct {
		filter journal.Filter
		uses   string
	}{
		"days of a span": {
			journal.Filter{Since: some, Until: some, Kinds: journal.Kinds()[:2], NoPrivate: true},
			"SEARCH e USING COVERING INDEX entries_by_day (day>? AND day<?)",
		},
		"days of a tag": {journal.Filter{Tags: []string{"x"}}, "SEARCH entry_tags USING COVERING INDEX entry_tags_by_tag (folded=?)"},
	} {
		c := filtered(f.filter)
		plans[name] = plan{selectDayCounts(c), c.args, f.uses}
		plans["lines: "+name] = plan{selectTimelineLines(c), append(c.args, 64), strings.Replace(f.uses, "COVERING INDEX entries_by_day", "INDEX entries_by_day", 1)}
	}
	plans["every day"] = plan{selectDayCounts(filtered(journal.Filter{})), nil, "SCAN e USING COVERING INDEX"}
	plans["support of lines"] = plan{selectSupportOf, []any{"[]"}, "SEARCH evidence USING PRIMARY KEY (entry=?)"}
	for name, uses := range map[string]string{
		"followed up": "USING COVERING INDEX entries_feedback",
		"acted on":    "SEARCH o USING INDEX entries_by_day (day>? AND day<?)",
		"acting":      "SEARCH a USING COVERING INDEX acted_on_by_target (target=?)",
	} {
		plans["milestones: "+name] = plan{selectMilestones(true), []any{"", ""}, uses}
	}
	for name, f := range map[string]journal.FeedbackFilter{
		"all": {}, "span": {Since: some, Until: some}, "state": {State: "new"}, "due": {DueBy: some}, "never acted on": {NeverActedOn: true},
	} {
		plans["feedback: "+name] = plan{selectFeedback(ledger(f)), ledger(f).args, "SEARCH e USING INDEX entries_by_kind (kind=?"}
		plans["counts: "+name] = plan{countFeedback(ledger(f)), append([]any{""}, ledger(f).args...), "e USING COVERING INDEX entries_feedback"}
		for i, r := range ledgerRuns(f, some) {
			index := "entries_feedback (kind=?"
			if r.dated {
				index = "entries_follow_ups (feedback_follow_up_on"
			}
			run := fmt.Sprintf("ledger: %s, run %d", name, i)
			plans[run] = plan{r.selectRun(), append(r.args, 64, 0), "SEARCH e USING INDEX " + index}
			plans["days of "+run] = plan{r.selectDay(), append(r.args, 64), "SEARCH e USING"}
		}
	}
	for name, f := range map[string]struct {
		filter journal.Filter
		uses   string
	}{
		"cells of a span": {journal.Filter{Since: some, Until: some, NoPrivate: true}, "SEARCH e USING COVERING INDEX entries_by_day (day>? AND day<?)"},
		"cells of a tag":  {journal.Filter{Tags: []string{"x"}}, "SEARCH entry_tags USING COVERING INDEX entry_tags_by_tag (folded=?)"},
	} {
		c := filtered(f.filter)
		plans[name] = plan{selectCellsOf(c), append(c.args, c.args...), f.uses}
	}
	cell := filtered(journal.Filter{Since: some, Until: some, Expectation: "x"})
	plans["behind a cell"] = plan{selectLines(cell), append(cell.args, 5), "SEARCH evidence USING COVERING INDEX evidence_by_expectation (expectation=? AND day>? AND day<?)"}
	proving := filtered(journal.Filter{Since: some, Until: some, Kinds: []journal.Kind{journal.MomentKind}, Proves: true})
	plans["proving"] = plan{selectCount(proving), proving.args, "SEARCH e USING COVERING INDEX entries_by_kind (kind=? AND day>? AND day<?)"}
	for name, f := range map[string]journal.EvidenceFilter{"any": {Since: some}, "one": {Expectation: "x"}, "span": {Expectation: "x", Since: some, Until: some, NoPrivate: true}} {
		c := supportingEntries(f)
		uses := "INDEX evidence_by_expectation (expectation=?"
		plans["evidence: "+name] = plan{selectProofs(c), append(c.args, 8), uses}
		plans["evidence counts: "+name] = plan{countProofs(c), c.args, uses}
	}
	giver := ledger(journal.FeedbackFilter{Giver: "Ada"})
	plans["feedback: giver"] = plan{selectFeedback(giver), giver.args, "SEARCH e USING INDEX entries_by_giver (feedback_giver=?"}
	// Expectations are few: what is asked of all of them may read their table.
	for name, p := range plans {
		steps := explainPlan(t, s, p.query, p.args)
		if !strings.Contains(strings.Join(steps, "\n"), p.uses) {
			t.Errorf("%s: no step is %q: %q", name, p.uses, steps)
		}
		for _, step := range steps {
			what, scans := strings.CutPrefix(step, "SCAN ")
			// What a step before has found, and expectations, which are few.
			found := slices.Contains([]string{"ways", "link", "involved", "found", "w", "s", "expectations", "CONSTANT ROW"}, what) ||
				strings.HasPrefix(what, "(subquery") || strings.Contains(what, "VIRTUAL TABLE")
			if scans && !found && !strings.Contains(what, "COVERING INDEX") {
				t.Errorf("%s reads all of a table: %q", name, steps)
			}
		}
	}
}
