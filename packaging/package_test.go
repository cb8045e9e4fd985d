//go:build e2e

// Package packaging_test looks at what is handed out: it packs the release as
// built, installs the .deb into a root of its own, and uses it as a person
// does.
package packaging_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const (
	program  = "../bin/groundwork" // the release, as built
	desktop  = "app.groundwork.journal.desktop"
	metainfo = "app.groundwork.journal.metainfo.xml"
)

// needs skips a test on a machine without its tools. Where the tests of a
// change run, tools/system.sh has seen to them.
func needs(t *testing.T, tools ...string) {
	t.Helper()
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("there is no %s here", tool)
		}
	}
}

// run runs a program to its end and gives what it said.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// match gives the first group of a pattern in a file.
func match(t *testing.T, path, pattern string) string {
	t.Helper()
	found := regexp.MustCompile(pattern).FindStringSubmatch(read(t, path))
	if found == nil {
		t.Fatalf("%s has no %s", path, pattern)
	}
	return found[1]
}

func version(t *testing.T) string { return match(t, "../FyneApp.toml", `(?m)^Version = "(.*)"`) }

// packed are the packages of the release.
type packed struct{ deb, tar string }

// pack packs the release into a folder, with as little compression as there
// is: what is packed counts here, not how small.
func pack(t *testing.T, folder string) packed {
	t.Helper()
	t.Setenv("XZ_DEFAULTS", "-0")
	t.Setenv("DPKG_DEB_COMPRESSOR_TYPE", "none")
	run(t, "./package.sh", version(t), folder)
	return packed{one(t, folder, "*.deb"), one(t, folder, "*.tar.xz")}
}

// one gives the only file of a folder that matches a pattern.
func one(t *testing.T, folder, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s: there are %v, %v", pattern, found, err)
	}
	return found[0]
}

// shared are the packages that the tests share, once somebody packed them.
var shared packed

// place is where they lie.
var place string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "gwp")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	place = folder
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

// packages gives the packages of the release, packed by the first who asks.
func packages(t *testing.T) packed {
	t.Helper()
	needs(t, "dpkg-deb", "xz")
	if shared.deb == "" {
		shared = pack(t, place)
	}
	return shared
}

// files lists what is not a folder below a root, which may be gone.
func files(t *testing.T, root string) (all []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, path)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

func TestTheDescriptionsAreValid(t *testing.T) {
	needs(t, "desktop-file-validate", "appstreamcli")
	run(t, "desktop-file-validate", desktop)
	run(t, "appstreamcli", "validate", "--pedantic", "--no-net", metainfo)
}

func TestTheVersionIsTheSameEverywhere(t *testing.T) {
	want := version(t)
	for path, pattern := range map[string]string{
		metainfo:          `<release version="([^"]+)"`,
		"../main.go":      `var version = "(.*)"`,
		"../CHANGELOG.md": `(?m)^## ([0-9.]+)`,
	} {
		if got := match(t, path, pattern); got != want {
			t.Errorf("%s says version %s, FyneApp.toml %s", path, got, want)
		}
	}
	if got := run(t, program, "version"); !strings.HasPrefix(got, "groundwork "+want+"\n") {
		t.Errorf("the program says %s", got)
	}
}

// sizeLimit is for the stripped program, in bytes (issue 11). What is in it is
// listed in docs/performance.md, with what was done to keep it below.
const sizeLimit = 40_000_000

func TestTheReleaseIsSmallAndNamesNoFolderOfItsMaker(t *testing.T) {
	binary, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	if len(binary) > sizeLimit {
		t.Errorf("the program has %d bytes, more than %d", len(binary), sizeLimit)
	}
	for _, variable := range []string{"GOMODCACHE", "GOCACHE", "GOROOT", "GOMOD"} {
		folder := strings.TrimSpace(run(t, "go", "env", variable))
		if variable == "GOMOD" {
			folder = filepath.Dir(folder)
		}
		if at := bytes.Index(binary, []byte(folder+"/")); at >= 0 {
			t.Errorf("the program holds %s: …%q…", variable, binary[at:min(at+100, len(binary))])
		}
	}
}

func TestLintianFindsNoError(t *testing.T) {
	needs(t, "lintian")
	out, err := exec.Command("lintian", "--allow-root", "--fail-on", "error",
		"--suppress-tags", "uses-no-compression-for-control-tarball,uses-no-compression-for-data-tarball", packages(t).deb).CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
}

func TestTheSameProgramGivesTheSamePackages(t *testing.T) {
	first, again := packages(t), pack(t, t.TempDir())
	if read(t, first.deb) != read(t, again.deb) {
		t.Error("two .deb of the same program differ")
	}
	if read(t, first.tar) != read(t, again.tar) {
		t.Error("two tar files of the same program differ")
	}
}

func TestWhatIsInstalledIsUninstalled(t *testing.T) {
	root := t.TempDir()
	at := []string{"--no-print-directory", "-C", "..", "DESTDIR=" + root, "PREFIX=/usr"}
	run(t, "make", append(at, "install")...)
	if n := len(files(t, root)); n < 15 {
		t.Errorf("%d files were installed", n)
	}
	run(t, "make", append(at, "uninstall")...)
	if left := files(t, root); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
