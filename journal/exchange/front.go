package exchange

import (
	"bytes"
	"encoding/json"
	"strings"

	"go.yaml.in/yaml/v3"

	"groundwork/journal"
)

// errNoFront says that a Markdown file is not one of an entry.
var errNoFront = wrong("It does not begin with the fields of an entry between two lines of dashes, so it is not taken for one.")

// cutFront cuts a Markdown file into its fields, with the line of dashes above
// them, and its body. Editors of other systems may have changed the line ends
// of the fields.
func cutFront(text []byte) (front, body []byte, ok bool) {
	for at, more := 0, true; more; {
		var line []byte
		line, body, more = bytes.Cut(text[at:], []byte("\n"))
		switch {
		case isFence(line) && at > 0:
			return text[:at], body, true
		case !isFence(line) && at == 0:
			return nil, nil, false
		}
		at += len(line) + 1
	}
	return nil, nil, false
}

func isFence(line []byte) bool { return strings.TrimRight(string(line), " \t\r") == "---" }

// readEntryFile reads the file of an entry: valid UTF-8 without NUL bytes.
func readEntryFile(text []byte) (e journal.Entry, err error) {
	front, body, ok := cutFront(text)
	if !ok {
		return e, errNoFront
	}
	fields, err := parseYAML(front, maxMarks)
	if err != nil {
		return e, err
	}
	if fields == nil {
		return e, errNoFront
	}
	if err := checkFields(fields); err != nil {
		return e, err
	}
	asText(member(fields, "title"))
	asTags(member(fields, "tags"))
	object, err := toJSON(fields, maxDepth)
	if err != nil {
		return e, err
	}
	if err := json.Unmarshal(object, &e); err != nil {
		return e, err
	}
	e.Body = string(body)
	return e, nil
}

// checkFields refuses fields of which one would be lost.
func checkFields(fields *yaml.Node) error {
	seen := make(map[string]bool, len(fields.Content)/2)
	for i := 0; i < len(fields.Content); i += 2 {
		name := fields.Content[i].Value
		if seen[name] {
			return wrong("It has the field %q twice.", beginning(name, 80))
		}
		seen[name] = true
	}
	if seen["body"] {
		return wrong(`It has a field "body", but the body is what stands below the fields.`)
	}
	return nil
}

// asText takes a value without quotation marks, such as 2026, for the text
// that a person or another program wrote there.
func asText(n *yaml.Node) {
	if n != nil && n.Kind == yaml.ScalarNode && n.ShortTag() != "!!null" {
		n.Tag = "!!str"
	}
}

// asTags takes tags in the ways Obsidian writes them: a list, or one text with
// commas.
func asTags(n *yaml.Node) {
	if n == nil {
		return
	}
	if n.Kind == yaml.ScalarNode && n.ShortTag() != "!!null" {
		all := n.Value
		*n = yaml.Node{Kind: yaml.SequenceNode, Line: n.Line}
		for tag := range strings.SplitSeq(all, ",") {
			if tag = strings.TrimSpace(tag); tag != "" {
				n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: tag})
			}
		}
	}
	if n.Kind == yaml.SequenceNode {
		for _, tag := range n.Content {
			asText(tag)
		}
	}
}
