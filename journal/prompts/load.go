package prompts

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"groundwork/journal"
)

// files is the catalogue as it was when the program was built; embedding needs
// a variable of the package, and nothing ever writes to it.
//
//go:embed catalogue/*.yaml
var files embed.FS

// sourceKeys lists the documents in the order in which they are shown. Each is
// a file of the folder catalogue, named after its key.
func sourceKeys() []string {
	return []string{"steps", "management", "purpose", "label", "leading-up"}
}

// Load reads the catalogue that is built into the program. A file that is
// missing, cannot be read as what it should be, or holds a field that is not
// known, is an error; a test sees to it that no such file is ever built in.
func Load() (*Catalogue, error) {
	folder, err := fs.Sub(files, "catalogue")
	if err != nil {
		return nil, fmt.Errorf("load the catalogue: %w", err)
	}
	return load(folder, sourceKeys())
}

// load reads the named documents from a folder.
func load(folder fs.FS, keys []string) (*Catalogue, error) {
	c := &Catalogue{}
	for _, key := range keys {
		s, err := loadSource(folder, key)
		if err != nil {
			return nil, fmt.Errorf("load the catalogue: %s.yaml: %w", key, err)
		}
		c.Sources = append(c.Sources, s)
	}
	c.index()
	if len(c.prompts) == 0 {
		return nil, errors.New("load the catalogue: it holds no question")
	}
	return c, nil
}

// The shape of a file. Keys are short here and whole in the catalogue.
type (
	sourceFile struct {
		Key        string          `yaml:"key"`
		Title      string          `yaml:"title"`
		Names      []string        `yaml:"names"`
		Notes      []string        `yaml:"notes"`
		Reading    string          `yaml:"reading"`
		Frameworks []frameworkFile `yaml:"frameworks"`
	}
	frameworkFile struct {
		Key      string        `yaml:"key"`
		Name     string        `yaml:"name"`
		Where    string        `yaml:"where"`
		Gist     string        `yaml:"gist"`
		Note     string        `yaml:"note"`
		Elements []elementFile `yaml:"elements"`
	}
	elementFile struct {
		Key     string       `yaml:"key"`
		Name    string       `yaml:"name"`
		Area    string       `yaml:"area"`
		Gist    string       `yaml:"gist"`
		Where   string       `yaml:"where"`
		TryThis string       `yaml:"tryThis"`
		Prompts []promptFile `yaml:"prompts"`
	}
	promptFile struct {
		N    int          `yaml:"n"`
		Kind journal.Kind `yaml:"kind"`
		Look Look         `yaml:"look"`
		Text string       `yaml:"text"`
	}
)

func loadSource(folder fs.FS, key string) (Source, error) {
	data, err := fs.ReadFile(folder, key+".yaml")
	if err != nil {
		return Source{}, err
	}
	in := yaml.NewDecoder(bytes.NewReader(data))
	in.KnownFields(true)
	var file sourceFile
	if err := in.Decode(&file); err != nil {
		return Source{}, err
	}
	if err := in.Decode(&sourceFile{}); !errors.Is(err, io.EOF) {
		return Source{}, errors.New("something follows after the document")
	}
	if file.Key != key {
		return Source{}, fmt.Errorf("its key is %q", file.Key)
	}
	b := builder{seen: map[string]bool{}}
	s := b.source(file)
	return s, b.err
}

// builder turns files into the catalogue and keeps the first fault it meets.
type builder struct {
	seen map[string]bool // keys
	err  error
}

func (b *builder) fail(key, format string, args ...any) {
	if b.err == nil {
		b.err = fmt.Errorf("%s: %s", key, fmt.Sprintf(format, args...))
	}
}

// key joins a key to the one above it and sees to it that it is new.
func (b *builder) key(above, joint, key string) string {
	whole := above + joint + key
	switch {
	case key == "" || strings.ContainsAny(key, "/# \t\n"):
		b.fail(whole, "%q is not a key", key)
	case b.seen[whole]:
		b.fail(whole, "the key is there twice")
	}
	b.seen[whole] = true
	return whole
}

// needs sees to it that a field is filled in.
func (b *builder) needs(key, field, value string) {
	if strings.TrimSpace(value) == "" {
		b.fail(key, "its %s is empty", field)
	}
}

func (b *builder) source(in sourceFile) Source {
	s := Source{Key: b.key("", "", in.Key), Title: in.Title, Names: in.Names, Notes: in.Notes, Reading: strings.TrimSpace(in.Reading)}
	b.needs(s.Key, "title", s.Title)
	b.needs(s.Key, "reading", s.Reading)
	for _, f := range in.Frameworks {
		s.Frameworks = append(s.Frameworks, b.framework(s.Key, f))
	}
	if len(s.Frameworks) == 0 {
		b.fail(s.Key, "it has no framework")
	}
	return s
}

func (b *builder) framework(above string, in frameworkFile) Framework {
	f := Framework{Key: b.key(above, "/", in.Key), Name: in.Name, Where: in.Where, Gist: in.Gist, Note: in.Note}
	b.needs(f.Key, "name", f.Name)
	b.needs(f.Key, "gist", f.Gist)
	for _, e := range in.Elements {
		f.Elements = append(f.Elements, b.element(f.Key, e))
		if (e.Area == "") != (in.Elements[0].Area == "") {
			b.fail(f.Key, "some of its elements have an area and some have none")
		}
	}
	if len(f.Elements) == 0 {
		b.fail(f.Key, "it has no element")
	}
	return f
}

func (b *builder) element(above string, in elementFile) Element {
	e := Element{Key: b.key(above, "/", in.Key), Name: in.Name, Area: in.Area, Gist: in.Gist, Where: in.Where, TryThis: in.TryThis}
	b.needs(e.Key, "name", e.Name)
	b.needs(e.Key, "gist", e.Gist)
	b.needs(e.Key, "where", e.Where)
	for _, p := range in.Prompts {
		e.Prompts = append(e.Prompts, b.prompt(e.Key, p))
	}
	if len(e.Prompts) == 0 {
		b.fail(e.Key, "it has no question")
	}
	return e
}

func (b *builder) prompt(above string, in promptFile) Prompt {
	p := Prompt{Key: b.key(above, "#", fmt.Sprint(in.N)), Text: in.Text, Kind: in.Kind, Look: in.Look}
	b.needs(p.Key, "text", p.Text)
	if in.N < 1 {
		b.fail(p.Key, "its number is not 1 or more")
	}
	if !slices.Contains(journal.Kinds(), p.Kind) {
		b.fail(p.Key, "%q is not a kind", p.Kind)
	}
	if p.Look != Back && p.Look != Forward {
		b.fail(p.Key, "it looks %q, not back or forward", p.Look)
	}
	return p
}
