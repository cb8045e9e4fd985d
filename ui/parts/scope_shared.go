//go:build !migrated_fynedo

package parts

import (
	"iter"
	"sync"
)

// scopes are laid out as Fyne's map of them is (v2.8.1, internal/async/map.go).
type scopes struct{ objects sync.Map }

func (s *scopes) all() iter.Seq2[any, any] { return s.objects.Range }

func (s *scopes) of(object any) any {
	scope, _ := s.objects.Load(object)
	return scope
}

func (s *scopes) drop(object any) { s.objects.Delete(object) }
