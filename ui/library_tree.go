package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/prompts"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// The keys in the tree of what is not in the catalogue. No key of the
// catalogue begins with "#".
const (
	chooseOwn       = "#own"
	chooseDismissed = "#dismissed"
	chooseTrash     = "#trash"
)

// libraryTree is the left column: the documents and their frameworks, a field
// to search them, and the user's own questions below.
type libraryTree struct {
	content fyne.CanvasObject
	counts  *parts.Paragraph
	search  *parts.Editor
	tree    *parts.Tree
}

// treeReach is how far the counts of the tree stand in its gutter, so that the
// names have more room.
const treeReach float32 = 12

func newLibraryTree(l *library) *libraryTree {
	t := &libraryTree{tree: parts.NewTree(treeNodes(l.catalogue), l.choose)}
	field := parts.NewSearchField(lang.L("Search the library"))
	t.search = field.Editor
	t.search.OnEdited, t.search.OnEscape = l.search, l.escape
	t.search.OnDown, t.search.OnEnter = l.goToFound, l.goToFound
	t.tree.OnEscape = l.escape
	for _, s := range l.catalogue.Sources {
		elements := 0
		for _, f := range s.Frameworks {
			t.tree.SetCount(f.Key, inGroups(len(f.Elements)))
			elements += len(f.Elements)
		}
		t.tree.SetCount(s.Key, inGroups(elements))
	}
	t.counts = parts.NewParagraph(catalogueCounts(l.catalogue), parts.TypeUI, 20)
	title := parts.NewText(lang.L("Library"), parts.TypePageTitle)
	top := parts.Gutter(parts.Down(look.Space12, parts.Down(0, title, t.counts), field), 0, treeReach)
	scroller := parts.NewScroller(parts.Inset(parts.Gutter(t.tree, 0, treeReach), 0, 0, look.Space16, 0))
	t.tree.OnMoved = scroller.Reveal
	t.content = parts.Inset(parts.DownFill(look.Space12, top, scroller), look.Space28, 0, 0, 0)
	return t
}

// treeNodes lists the documents, each with its frameworks, and below them what
// is the user's.
func treeNodes(c *prompts.Catalogue) []parts.TreeNode {
	var nodes []parts.TreeNode
	for _, s := range c.Sources {
		nodes = append(nodes, parts.TreeNode{Key: s.Key, Label: s.Title, Branch: true})
		for _, f := range s.Frameworks {
			nodes = append(nodes, parts.TreeNode{Key: f.Key, Label: f.Name, Under: s.Key})
		}
	}
	return append(nodes,
		parts.TreeNode{Key: chooseOwn, Label: lang.L("My own prompts"), Icon: look.IconPencil, Apart: true},
		parts.TreeNode{Key: chooseDismissed, Label: lang.L("Not for me"), Icon: look.IconPrivate},
		parts.TreeNode{Key: chooseTrash, Label: lang.L("Trash"), Icon: look.IconTrash})
}

// catalogueCounts says how much there is.
func catalogueCounts(c *prompts.Catalogue) string {
	elements, questions := 0, 0
	for range c.Elements() {
		elements++
	}
	for range c.Prompts() {
		questions++
	}
	return inItsLanguage(lang.L("{{.Documents}} documents, {{.Elements}} elements, {{.Prompts}} prompts",
		values{"Documents": len(c.Sources), "Elements": inGroups(elements), "Prompts": inGroups(questions)}))
}

// count shows how many questions are the user's own, how many are put aside,
// and how many are deleted.
func (t *libraryTree) count(own, dismissed, trashed int) {
	t.tree.SetCount(chooseOwn, inGroups(own))
	t.tree.SetCount(chooseDismissed, inGroups(dismissed))
	t.tree.SetCount(chooseTrash, inGroups(trashed))
}
