package cli

import (
	"cmp"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

func (a *app) promptCommand() *cobra.Command {
	var kind, format string
	c := &cobra.Command{
		Use:     "prompt [OPTIONS]",
		Short:   "Print today's question",
		Long:    "Print today's question, the same as on the page Today of the window.",
		Example: "groundwork prompt\ngroundwork prompt --kind moment --format json",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			if err := oneOf("kind", cmp.Or(kind, "moment"), "reflection", "moment", "feedback", "application"); err != nil {
				return err
			}
			return a.with(c.Context(), toLook, func(s *session) error {
				return a.prompt(c.Context(), s, journal.Kind(kind), format)
			})
		},
	}
	c.Flags().StringVar(&kind, "kind", "", "a question for an entry of `KIND`")
	c.Flags().StringVar(&format, "format", "text", "`FORMAT` of the result: text or json")
	return c
}

// todaysPrompt is today's question as JSON. What does not apply is "".
type todaysPrompt struct {
	Key      string       `json:"key"`
	Text     string       `json:"text"`
	Kind     journal.Kind `json:"kind"`
	Element  string       `json:"element"`
	Document string       `json:"document"`
	Why      string       `json:"why"`
}

func (a *app) prompt(ctx context.Context, s *session, kind journal.Kind, format string) error {
	card, err := prompts.NewGuide(s.Journal).Today(ctx, kind)
	if err != nil {
		return err
	}
	out := a.output()
	if format == "json" {
		if err := putJSON(out, todaysPrompt{card.Key, card.Text, card.Kind, card.Element, card.Document, card.Why}); err != nil {
			return unwritten(err)
		}
		return flush(out)
	}
	_, _ = fmt.Fprintln(out, card.Text)
	if card.Document == "" {
		_, _ = fmt.Fprintln(out, "    Your own question")
	} else {
		_, _ = fmt.Fprintf(out, "    %s · %s\n", card.Element, card.Document)
	}
	return flush(out)
}

func (a *app) promptsCommand() *cobra.Command {
	var source, format string
	c := &cobra.Command{
		Use:     "prompts [OPTIONS]",
		Short:   "Print the whole catalogue of questions",
		Long:    "Print every element of the five documents with its questions.",
		Example: "groundwork prompts --source leading-up\ngroundwork prompts --format json",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return a.prompts(source, format)
		},
	}
	c.Flags().StringVar(&source, "source", "", "only those of the document `KEY`")
	c.Flags().StringVar(&format, "format", "text", "`FORMAT` of the result: text or json")
	return c
}

// catalogued is an element of the catalogue as JSON.
type catalogued struct {
	Key         string           `json:"key"`
	Source      string           `json:"source"`
	SourceTitle string           `json:"sourceTitle"`
	Framework   string           `json:"framework"`
	Element     string           `json:"element"`
	Gist        string           `json:"gist"`
	Prompts     []prompts.Prompt `json:"prompts"`
	TryThis     string           `json:"tryThis"`
}

func (a *app) prompts(source, format string) error {
	catalogue, err := prompts.Load()
	if err != nil {
		return err
	}
	var keys []string
	for i := range catalogue.Sources {
		keys = append(keys, catalogue.Sources[i].Key)
	}
	if err := oneOf("source", cmp.Or(source, keys[0]), keys...); err != nil {
		return err
	}
	out := a.output()
	list := jsonList{out: out}
	for at := range catalogue.Elements() {
		if source != "" && at.Source.Key != source {
			continue
		}
		if format != "json" {
			_, _ = fmt.Fprintf(out, "%s  %s\n", at.Element.Key, at.Element.Gist)
			for _, p := range at.Element.Prompts {
				_, _ = fmt.Fprintf(out, "    %-12s %s\n", p.Kind, p.Text)
			}
			continue
		}
		err := list.add(catalogued{
			Key: at.Element.Key, Source: at.Source.Key, SourceTitle: at.Source.Title, Framework: at.Framework.Name,
			Element: at.Element.Name, Gist: at.Element.Gist, Prompts: at.Element.Prompts, TryThis: at.Element.TryThis,
		})
		if err != nil {
			return unwritten(err)
		}
	}
	if format == "json" {
		list.end()
	}
	return flush(out)
}
