package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
)

// kind is what the target of a line of the table is about.
type kind string

const (
	ratioKind      kind = "ratio"      // ours ÷ the yardstick
	differenceKind kind = "difference" // ours − the yardstick
	figureKind     kind = "figure"     // ours alone
)

// row is a line of the table: a figure of ours beside its yardstick.
type row struct {
	What      string  `json:"what"`
	Entries   int     `json:"entries,omitempty"` // in the journal; 0: it is measured in one size only
	Unit      string  `json:"unit"`
	Ours      float64 `json:"ours"`      // median
	Yardstick float64 `json:"yardstick"` // median
	Ratio     float64 `json:"ratio"`     // median of the ratios of the pairs
	Least     float64 `json:"leastRatio"`
	Most      float64 `json:"mostRatio"`
	Kind      kind    `json:"targetKind"`
	Target    float64 `json:"target"` // the most it may be; 0: none is set
	Within    bool    `json:"within"`
	Pairs     pairs   `json:"pairs"`
}

// pairs is what was measured in turn of ours and of the yardstick.
type pairs struct {
	Ours      []float64 `json:"ours"`
	Yardstick []float64 `json:"yardstick"`
}

// add adds a pair.
func (p *pairs) add(ours, yardstick float64) {
	p.Ours, p.Yardstick = append(p.Ours, ours), append(p.Yardstick, yardstick)
}

// row makes a line of the table of what was measured.
func (p pairs) row(what, unit string, k kind, target float64) row {
	var ratios []float64
	for i := range p.Ours {
		ratios = append(ratios, p.Ours[i]/p.Yardstick[i])
	}
	least, most := limits(ratios)
	r := row{
		What: what, Unit: unit, Ours: median(p.Ours), Yardstick: median(p.Yardstick),
		Ratio: median(ratios), Least: least, Most: most, Kind: k, Target: target, Pairs: p,
	}
	r.Within = target == 0 || r.measured() <= target
	return r
}

// measured is the number that the target is about.
func (r row) measured() float64 {
	switch r.Kind {
	case differenceKind:
		return r.Ours - r.Yardstick
	case figureKind:
		return r.Ours
	}
	return r.Ratio
}

// target says what the target is.
func (r row) target() string {
	switch {
	case r.Target == 0:
		return "none"
	case r.Kind == differenceKind:
		return fmt.Sprintf("at most %s more", amount(r.Target, r.Unit))
	case r.Kind == figureKind:
		return "≤ " + amount(r.Target, r.Unit)
	}
	return fmt.Sprintf("ratio ≤ %.1f", r.Target)
}

// verdict says whether the target is met.
func (r row) verdict() string {
	switch {
	case r.Target == 0:
		return "for the record"
	case r.Within:
		return "within"
	}
	return "over"
}

// print prints the table.
func print(to io.Writer, rows []row) error {
	w := tabwriter.NewWriter(to, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, "what\tentries\tours\tyardstick\tratio\t(least to most)\ttarget\tverdict")
	for _, r := range rows {
		entries := ""
		if r.Entries > 0 {
			entries = fmt.Sprint(r.Entries)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%.2f\t(%.2f to %.2f of %d)\t%s\t%s\n", r.What, entries, amount(r.Ours, r.Unit),
			amount(r.Yardstick, r.Unit), r.Ratio, r.Least, r.Most, len(r.Pairs.Ours), r.target(), r.verdict())
	}
	return w.Flush()
}

// page prints the table as it stands in docs/performance.md.
func page(to io.Writer, rows []row) error {
	lines := []string{"| what | entries | ours | yardstick | ratio (least to most) | target | |", "|---|---|---|---|---|---|---|"}
	for _, r := range rows {
		entries := ""
		if r.Entries > 0 {
			entries = fmt.Sprint(r.Entries)
		}
		verdict := r.verdict()
		if !r.Within {
			verdict = "**" + verdict + "**"
		}
		lines = append(lines, fmt.Sprintf("| %s | %s | %s | %s | %.2f (%.2f to %.2f of %d) | %s | %s |", r.What, entries,
			amount(r.Ours, r.Unit), amount(r.Yardstick, r.Unit), r.Ratio, r.Least, r.Most, len(r.Pairs.Ours), r.target(), verdict))
	}
	_, err := io.WriteString(to, strings.Join(lines, "\n")+"\n")
	return err
}

// amount prints a number with three digits that count.
func amount(n float64, unit string) string {
	digits := 0
	for _, limit := range []float64{100, 10, 1} {
		if n < limit {
			digits++
		}
	}
	return fmt.Sprintf("%.*f %s", digits, n, unit)
}

// write writes the table for other programs, and beside it as it stands in the
// documents.
func write(file string, rows []row) error {
	out, err := json.MarshalIndent(rows, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	var text bytes.Buffer
	if err := page(&text, rows); err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(file, append(out, '\n'), 0o644),
		os.WriteFile(strings.TrimSuffix(file, ".json")+".md", text.Bytes(), 0o644))
}
