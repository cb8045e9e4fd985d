package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// Extra holds the members of a JSON object that this version does not know.
// They are kept with the thing they came in and written out again.
type Extra map[string]json.RawMessage

// readObject fills known, a pointer to a struct, and returns the members it
// has no field for. What does not fit is an ErrInvalid.
func readObject(data []byte, known any) (Extra, error) {
	if !utf8.Valid(data) { // encoding/json would put U+FFFD in its place
		return nil, invalid("", "This text is not valid UTF-8. Save it as UTF-8 and try again.")
	}
	names := memberNames(reflect.TypeOf(known).Elem())
	if onlyNamed(data, names) { // as nearly all, and each has a look at its own parts again
		return nil, misfit(json.Unmarshal(data, known))
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(data, &members); err != nil {
		return nil, misfit(err)
	}
	extra, alike := unknownMembers(members, names)
	if alike {
		maps.DeleteFunc(members, func(name string, _ json.RawMessage) bool { return extra[name] != nil })
		var err error
		if data, err = encode(members); err != nil {
			return nil, err
		}
	}
	if err := json.Unmarshal(data, known); err != nil {
		return nil, misfit(err)
	}
	return extra, nil
}

// onlyNamed tells whether all members of an object have one of the names, without
// taking the object apart. In doubt it says no.
func onlyNamed(data []byte, names []string) bool {
	depth, name := 0, false // name: the next text is a name, if it stands in the object itself
	for at := 0; at < len(data); at++ {
		switch data[at] {
		case '{', '[':
			depth++
			name = data[at] == '{'
		case '}', ']':
			depth--
		case ',':
			name = true
		case '"':
			end := endOfText(data, at)
			if end < 0 {
				return false
			}
			if depth == 1 && name && !slices.Contains(names, string(data[at+1:end])) {
				return false
			}
			at, name = end, false
		}
	}
	return depth == 0
}

// endOfText finds the quote that ends the text which begins at a place, or -1.
func endOfText(data []byte, at int) int {
	for at++; at < len(data); at++ {
		quote := bytes.IndexByte(data[at:], '"')
		if quote < 0 {
			return -1
		}
		signs := 0 // that stand before it to say that it belongs to the text
		for at += quote; data[at-1-signs] == '\\'; signs++ {
		}
		if signs%2 == 0 {
			return at
		}
	}
	return -1
}

// unknownMembers picks the members that have none of the names, letter for
// letter, and tells whether one is like a name in another case. Such a member
// must be kept from encoding/json, which does not look at the case: "Title"
// would overwrite "title" and be lost.
func unknownMembers(members map[string]json.RawMessage, names []string) (extra Extra, alike bool) {
	for name, value := range members {
		if slices.Contains(names, name) {
			continue
		}
		if extra == nil {
			extra = Extra{}
		}
		extra[name] = compact(value)
		alike = alike || slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
	}
	return extra, alike
}

// misfit puts what encoding/json says into a sentence for the user.
func misfit(err error) error {
	var wrongType *json.UnmarshalTypeError
	var wrongTime *time.ParseError
	switch {
	case err == nil || errors.Is(err, ErrInvalid):
		return err
	case errors.As(err, &wrongType) && wrongType.Field == "":
		return invalid("", "A JSON object is needed where a value of type %s stands.", wrongType.Value)
	case errors.As(err, &wrongType):
		return invalid(wrongType.Field, "The field %q cannot hold a value of type %s.", wrongType.Field, wrongType.Value)
	case errors.As(err, &wrongTime):
		return invalid("", "%q is not an instant. Write it as 2026-11-20T21:04:00+01:00.", shorten(wrongTime.Value, 40))
	default:
		return invalid("", "This is not the JSON of a journal (%v).", err)
	}
}

// writeObject writes known, a struct, and the extra members after it.
func writeObject(known any, extra Extra) ([]byte, error) {
	data, err := encode(known)
	if err != nil || len(extra) == 0 {
		return data, err
	}
	out := bytes.NewBuffer(data[:len(data)-1]) // without the closing brace
	for i, name := range slices.Sorted(maps.Keys(extra)) {
		if i > 0 || len(data) > len("{}") {
			out.WriteByte(',')
		}
		key, err := encode(name)
		if err != nil {
			return nil, err
		}
		out.Write(key)
		out.WriteByte(':')
		out.Write(extra[name])
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// encode writes JSON that leaves <, > and & as they are: the text is for
// people and programs, not for a web page.
func encode(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

func compact(value json.RawMessage) json.RawMessage {
	var out bytes.Buffer
	if err := json.Compact(&out, value); err != nil {
		return value
	}
	return out.Bytes()
}

// memberNames lists the JSON names of a struct's fields.
func memberNames(t reflect.Type) []string {
	if names, ok := knownNames.Load(t); ok {
		return names.([]string)
	}
	var names []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name != "" && name != "-" {
			names = append(names, name)
		}
	}
	knownNames.Store(t, names)
	return names
}

// knownNames caches memberNames by type: it is filled from the types alone,
// so it never differs between two runs.
var knownNames sync.Map
