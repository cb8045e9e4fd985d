package ui

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/journal/timeline"
)

// packQuestion is what the page of the evidence pack is asked to show, and on
// which terms something goes out. The terms hold for what is being made, and
// are remembered nowhere.
type packQuestion struct {
	chosen   journal.ID // the saved pack that is open; "" for the newest
	anew     bool       // or none of them: a new one is proposed
	audience string     // of what is proposed; "" for the writer
	look     evidence.Look

	private []journal.ID // private entries that go out all the same
	mask    *bool        // names are masked; nil leaves it to the audience
}

// packSheet is all that the page of the evidence pack shows. What comes from
// the entries is read once for the same terms; the packs are read anew after
// each change.
type packSheet struct {
	today    journal.Day
	plan     journal.Plan
	options  journal.ExportOptions
	look     evidence.Look
	material evidence.Material
	people   []journal.Person
	private  []journal.Line // entries that could go out but for being private
	lines    map[journal.ID]journal.Line

	packs []journal.Pack // newest first
	packView
	fresh []journal.Bullet // what the writer took in of what is new since the page was opened
}

// packView is the pack that is open: a saved one, or what is proposed.
type packView struct {
	pack   journal.Pack
	gained journal.Pack  // it with what is new since
	news   evidence.News // what that would bring
	stale  bool          // the two differ
	leaves evidence.Leaving
	texts  map[string][]string // of the bullets of each section, by its key, as they are read
}

// viewOf looks at a pack. For a pack of everything it takes half a second with
// 10,000 entries.
func viewOf(m evidence.Material, p journal.Pack) packView {
	v := packView{leaves: evidence.Leaves(m, p)}.after(m, p)
	v.gained, v.news = evidence.Rebuild(m, p)
	v.stale = p.ID != "" && !same(p, v.gained)
	return v
}

// after is the view once the pack was changed, without what takes long: what is
// new and how much goes out are as before until the pack is read again.
func (v packView) after(m evidence.Material, p journal.Pack) packView {
	texts := make(map[string][]string, len(p.Sections))
	for _, section := range p.Sections {
		var before []journal.Bullet
		if old := v.pack.Section(section.Key); old != nil {
			before = old.Bullets
		}
		texts[section.Key] = textsOf(m, section.Bullets, before, v.texts[section.Key])
	}
	v.pack, v.texts = p, texts
	return v
}

// textsOf gives bullets as they are read. Most are where they were before, or
// beside it, and read as they did.
func textsOf(m evidence.Material, bullets, before []journal.Bullet, read []string) []string {
	texts := make([]string, len(bullets))
	for i, b := range bullets {
		for _, at := range []int{i, i - 1, i + 1} {
			if texts[i] == "" && at >= 0 && at < len(before) && readsAlike(b, before[at]) {
				texts[i] = read[at]
			}
		}
		if texts[i] == "" {
			texts[i] = oneLine(cmp.Or(evidence.BulletText(m, b), b.Text, lang.L("Nothing written yet")))
		}
	}
	return texts
}

// readsAlike tells whether two bullets read alike.
func readsAlike(a, b journal.Bullet) bool {
	return a.Text == b.Text && a.Edited == b.Edited && slices.Equal(a.Entries, b.Entries) &&
		maps.EqualFunc(a.Extra, b.Extra, func(x, y json.RawMessage) bool { return bytes.Equal(x, y) })
}

// packReader reads what the page shows. It touches nothing of the window.
type packReader struct {
	journal *journal.Journal
	packQuestion
}

// sheet reads the whole page. What comes from the entries is taken from known,
// which may be nil, where that was read on the same terms.
func (r packReader) sheet(ctx context.Context, known *packSheet) (s packSheet, err error) {
	if known != nil {
		s = *known
	}
	if s.packs, err = r.journal.Read().Packs(ctx); err != nil {
		return s, err
	}
	saved, ok := r.open(s.packs)
	audience, look := saved.Audience, evidence.LooksOver(saved)
	if !ok {
		audience, look = cmp.Or(r.audience, journal.ForMyself), cmp.Or(r.look, evidence.LookReview)
	}
	mask := evidence.MasksNames(audience)
	if r.mask != nil {
		mask = *r.mask
	}
	if known == nil || known.look != look || known.options.MaskNames != mask {
		s.look = look
		s.options = journal.ExportOptions{Private: slices.Clone(r.private), MaskNames: mask}
		if err := r.entries(ctx, &s); err != nil {
			return s, err
		}
	}
	if !ok {
		saved = evidence.LookOver(evidence.Propose(s.material, audience), look)
	}
	s.packView = viewOf(s.material, saved)
	return s, r.readLines(ctx, &s)
}

// open finds the saved pack that is open: the one that was chosen, or else the
// newest. ok is false where one is to be proposed.
func (r packReader) open(packs []journal.Pack) (p journal.Pack, ok bool) {
	at := slices.IndexFunc(packs, func(p journal.Pack) bool { return p.ID == r.chosen })
	if at < 0 && !r.anew && len(packs) > 0 {
		at = 0
	}
	if at < 0 {
		return p, false
	}
	return packs[at], true
}

// entries reads what the entries hold.
func (r packReader) entries(ctx context.Context, s *packSheet) (err error) {
	read := r.journal.Read()
	s.today = r.journal.Today(ctx)
	if s.plan, err = read.Plan(ctx); err != nil {
		return err
	}
	if s.people, err = read.People(ctx); err != nil {
		return err
	}
	s.options.Filter = s.look.Filter(s.plan, s.today)
	if s.material, err = evidence.ReadMaterial(ctx, r.journal, s.options); err != nil {
		return err
	}
	s.material = timeline.WithGrowth(s.material)
	private := s.options.Filter
	private.OnlyPrivate = true
	s.private, err = read.Lines(ctx, private, "", mostPrivateLines)
	return err
}

// mostPrivateLines is how many private entries are listed at most, of which one
// by one can go out.
const mostPrivateLines = 2000

// readLines reads the short forms of the entries behind the bullets.
func (r packReader) readLines(ctx context.Context, s *packSheet) error {
	var ids []journal.ID
	for _, p := range []journal.Pack{s.pack, s.gained} {
		for _, section := range p.Sections {
			for _, b := range section.Bullets {
				ids = append(ids, b.Entries...)
			}
		}
	}
	slices.Sort(ids)
	lines, err := r.journal.Read().LinesOf(ctx, slices.Compact(ids))
	s.lines = make(map[journal.ID]journal.Line, len(lines))
	for _, l := range lines {
		s.lines[l.ID] = l
	}
	return err
}

// shows tells whether the audience of the pack gets a section, and there is
// something in it.
func (s *packSheet) shows(section journal.Section) bool {
	return len(section.Bullets) > 0 && slices.Contains(evidence.SectionKeys(s.pack.Audience), section.Key)
}

// behind gives the newest entry behind a bullet; ok is false where there is
// none.
func (s *packSheet) behind(b journal.Bullet) (newest journal.Line, ok bool) {
	for _, id := range b.Entries {
		if line, there := s.lines[id]; there && (!ok || newest.Day.Before(line.Day)) {
			newest, ok = line, true
		}
	}
	return newest, ok
}
