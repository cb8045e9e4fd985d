package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// parseYAML reads the one mapping that a YAML text must be. It is nil where
// the text says nothing. The text may have so many commas and line ends: each
// may stand for a value, which takes a hundred times its length in the memory.
func parseYAML(text []byte, maxMarks int) (*yaml.Node, error) {
	if bytes.Count(text, []byte(","))+bytes.Count(text, []byte("\n")) > maxMarks {
		return nil, wrong("Its fields hold more than Groundwork reads at once.")
	}
	var doc yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(text))
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, notYAML(err)
	}
	fields := doc.Content[0]
	if fields.Kind != yaml.MappingNode && fields.ShortTag() != "!!null" {
		return nil, wrong("Its YAML is no list of fields and their values.")
	}
	if err := dec.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, wrong("Its fields end before the line of dashes that should end them.")
	}
	if fields.Kind != yaml.MappingNode {
		return nil, nil
	}
	return fields, nil
}

// notYAML puts what the YAML reader says into a sentence.
func notYAML(err error) error {
	said := strings.TrimPrefix(err.Error(), "yaml: ")
	return wrong("It is not valid YAML (%s).", beginning(said, 200))
}

// member finds a field of a mapping, or gives nil.
func member(mapping *yaml.Node, name string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == name {
			return mapping.Content[i+1]
		}
	}
	return nil
}

// takeMember finds a field of a mapping and takes it out, or gives nil.
func takeMember(mapping *yaml.Node, name string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == name {
			value := mapping.Content[i+1]
			mapping.Content = slices.Delete(mapping.Content, i, i+2)
			return value
		}
	}
	return nil
}

// toJSON writes a value of YAML as JSON. Nothing is followed or made: aliases
// and tags of other programs are refused, and a value that YAML knows and JSON
// does not, such as a date without quotation marks, is the text that stands
// there.
func toJSON(n *yaml.Node, maxDepth int) ([]byte, error) {
	j := jsonWriter{maxDepth: maxDepth}
	err := j.value(n, 1)
	return j.out, err
}

type jsonWriter struct {
	out      []byte
	maxDepth int
}

func (j *jsonWriter) value(n *yaml.Node, depth int) error {
	if depth > j.maxDepth {
		return fmt.Errorf("%w (%d levels at most)", errTooDeep, j.maxDepth)
	}
	switch n.Kind {
	case yaml.MappingNode:
		return j.mapping(n, depth)
	case yaml.SequenceNode:
		return j.sequence(n, depth)
	case yaml.ScalarNode:
		return j.scalar(n)
	}
	return wrong("Its line %d has a YAML alias, which Groundwork does not follow.", n.Line)
}

func (j *jsonWriter) mapping(n *yaml.Node, depth int) error {
	if n.ShortTag() != "!!map" {
		return foreignTag(n)
	}
	j.out = append(j.out, '{')
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if name.Kind != yaml.ScalarNode {
			return wrong("Its line %d has a field whose name is no text.", name.Line)
		}
		if i > 0 {
			j.out = append(j.out, ',')
		}
		if err := j.string(name.Value); err != nil {
			return err
		}
		j.out = append(j.out, ':')
		if err := j.value(value, depth+1); err != nil {
			return err
		}
	}
	j.out = append(j.out, '}')
	return nil
}

func (j *jsonWriter) sequence(n *yaml.Node, depth int) error {
	if n.ShortTag() != "!!seq" {
		return foreignTag(n)
	}
	j.out = append(j.out, '[')
	for i, item := range n.Content {
		if i > 0 {
			j.out = append(j.out, ',')
		}
		if err := j.value(item, depth+1); err != nil {
			return err
		}
	}
	j.out = append(j.out, ']')
	return nil
}

func (j *jsonWriter) scalar(n *yaml.Node) error {
	word := ""
	switch n.ShortTag() {
	case "!!null":
		word = "null"
	case "!!bool":
		if lower := strings.ToLower(n.Value); lower == "true" || lower == "false" {
			word = lower
		}
	case "!!int", "!!float":
		if strings.ContainsAny(beginning(n.Value, 1), "-0123456789") && json.Valid([]byte(n.Value)) {
			word = n.Value
		}
	case "!!str", "!!timestamp", "!!merge":
	default:
		return foreignTag(n)
	}
	if word == "" {
		return j.string(n.Value)
	}
	j.out = append(j.out, word...)
	return nil
}

func (j *jsonWriter) string(s string) error {
	text, err := Encode(s)
	j.out = append(j.out, text...)
	return err
}

func foreignTag(n *yaml.Node) error {
	return wrong("Its line %d has the YAML tag %s, which Groundwork does not read.", n.Line, beginning(n.ShortTag(), 40))
}
