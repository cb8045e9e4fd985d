package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
)

// forget takes the members that this version does not know out of a thing and
// all its parts: nobody can tell what they say.
func forget(thing any) { eachExtra(reflect.ValueOf(thing), func(Extra) Extra { return nil }) }

// hush takes the titles of private entries out of the members that this
// version does not know, of a thing and all its parts.
func (d *discretion) hush(thing any) {
	if len(d.hidden) > 0 {
		eachExtra(reflect.ValueOf(thing), d.quietExtra)
	}
}

// eachExtra replaces the unknown members of a thing, to which v points, and of
// all its parts.
func eachExtra(v reflect.Value, replace func(Extra) Extra) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachExtra(v.Elem(), replace)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Struct {
			return
		}
		for i := range v.Len() {
			eachExtra(v.Index(i), replace)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Field(i)
			if !field.CanSet() {
				continue
			}
			if extra, is := field.Interface().(Extra); !is {
				eachExtra(field, replace)
			} else if extra != nil {
				field.Set(reflect.ValueOf(replace(extra)))
			}
		}
	}
}

// quietExtra gives unknown members without the titles of private entries.
func (d *discretion) quietExtra(x Extra) Extra {
	out := make(Extra, len(x))
	for name, value := range x {
		out[d.quiet(name)] = d.quietJSON(value)
	}
	return out
}

// quietJSON gives a value without the titles of private entries in its texts,
// or the value as it is written where there are none.
func (d *discretion) quietJSON(value json.RawMessage) json.RawMessage {
	var loud any
	read := json.NewDecoder(bytes.NewReader(value))
	read.UseNumber() // as it is written
	if err := read.Decode(&loud); err != nil {
		return json.RawMessage("null") // it was JSON when it came
	}
	before, err := encode(loud)
	after, failed := encode(d.quietAny(loud))
	switch {
	case errors.Join(err, failed) != nil:
		return json.RawMessage("null")
	case bytes.Equal(before, after):
		return value
	}
	return after
}

func (d *discretion) quietAny(value any) any {
	switch value := value.(type) {
	case string:
		return d.quiet(value)
	case []any:
		for i := range value {
			value[i] = d.quietAny(value[i])
		}
	case map[string]any:
		quiet := make(map[string]any, len(value))
		for name, member := range value {
			quiet[d.quiet(name)] = d.quietAny(member)
		}
		return quiet
	}
	return value
}
