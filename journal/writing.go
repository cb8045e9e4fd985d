package journal

import (
	"slices"
	"strings"
)

// Writing says how a fresh entry begins.
type Writing struct {
	Kind    Kind   // that it has where nobody chose one; "" is a reflection
	Private []Kind // those whose entries are private from the start
}

// ReadWriting gives what the journal's settings say of fresh entries. What
// cannot be read counts as not set, but for the kinds that are private: of them
// every one that can be read counts.
func ReadWriting(settings map[string]string) Writing {
	w := Writing{Kind: Kind(settings[SettingStartKind])}
	if !slices.Contains(Kinds(), w.Kind) {
		w.Kind = ""
	}
	for _, k := range Kinds() {
		if slices.Contains(strings.Split(settings[SettingPrivateKinds], ","), string(k)) {
			w.Private = append(w.Private, k)
		}
	}
	return w
}

// StartsPrivate tells whether an entry of a kind is private from the start.
func (w Writing) StartsPrivate(k Kind) bool { return slices.Contains(w.Private, k) }

// PrivateKinds writes kinds as SettingPrivateKinds holds them.
func PrivateKinds(kinds []Kind) string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = string(k)
	}
	return strings.Join(names, ",")
}

// checkWriting tells whether a setting of fresh entries can have a value.
func checkWriting(key, value string) error {
	if value == "" {
		return nil
	}
	for _, name := range strings.Split(value, ",") {
		if !slices.Contains(Kinds(), Kind(name)) || key == SettingStartKind && name != value {
			return invalid(key, "%q is not a kind of entry.", name)
		}
	}
	return nil
}
