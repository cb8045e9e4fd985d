# Groundwork. `make` lists what can be made; README.md says what it is for.

VERSION := $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)
OURS    := ./journal/... ./data/... ./ui/parts/... ./ui/look/... ./ui/cli/...
LINT    := go tool -modfile=tools/lint.mod
TOTALS  := build/tests.json

.DEFAULT_GOAL := help
.PHONY: help run demo looks build release test unit race e2e package-test lint gosec torture bench bench-quick soak licenses keyboard pictures clean system system-test system-package

help: ## list the targets
	@sed -nE 's/^([a-z0-9-]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

run: build ## build Groundwork and open it on your own journal
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here, so this shows in pictures what Groundwork does."; \
		$(MAKE) --no-print-directory demo; \
	else exec bin/groundwork; fi

# Fyne's own face of emoji is left out: it reads it anew for every text style,
# five megabytes each time, and every desktop has one (docs/performance.md).
TAGS := no_emoji

build: system ## build bin/groundwork
	@mkdir -p bin
	go build -tags $(TAGS) -o bin/groundwork .

# With migrated_fynedo, Fyne does not check at each call that it comes from the
# right goroutine: good while developing, a waste for whoever only writes. The
# rest is for the size: functions lie closer, and in what is only wiring, or done
# once, none is copied into another (docs/performance.md).
SMALL := groundwork/ui groundwork/ui/cli github.com/spf13/... github.com/nicksnyder/... github.com/BurntSushi/... \
	github.com/godbus/... text/template/... encoding/gob encoding/xml net net/http/... crypto/tls \
	crypto/x509 encoding/asn1 log/slog regexp/syntax fyne.io/fyne/v2/dialog fyne.io/fyne/v2/storage/...
release: system ## build bin/groundwork as it is given away
	@mkdir -p bin
	go build -tags migrated_fynedo,$(TAGS) -trimpath $(SMALL:%=-gcflags=%=-l) \
		-ldflags "-s -w -funcalign=16 -X main.version=$(VERSION)" -o bin/groundwork .

# What is there already is installed as it is, so that root need not build.
bin/groundwork:
	@$(MAKE) --no-print-directory release

demo: build system-test ## write an entry in a virtual display, with pictures in build/demo
	go run ./e2e/demo

looks: build system-test ## take pictures of every page in sizes, light and dark, both languages and large text, into build/looks
	go run ./e2e/looks $(ONLY)
	@mkdir -p build/looks/painted
	GROUNDWORK_PICTURES=$(CURDIR)/build/looks/painted go test -tags ci ./ui -run TestAllWordsHaveTheRoomTheyNeed -count=1

test: ## run every test: rules, store, command line, and the real window
	@$(MAKE) --no-print-directory system-test
	@mkdir -p build bin && rm -f $(TOTALS)
	@status=0; \
	$(MAKE) --no-print-directory unit || status=1; \
	$(MAKE) --no-print-directory e2e || status=1; \
	$(MAKE) --no-print-directory package-test || status=1; \
	go run ./tools/totals $(TOTALS) || status=1; \
	exit $$status

# The tests of ui run the work of the window one after the other, on the
# goroutine of the test (see its stage): the race detector has little to find in
# them and makes them six times slower. It looks at those that write, close and
# meet another program here, and at all of them with `make race`. The same holds
# for what the store does one after the other over and over (see ALONE).
ALONE   := SameListGives|ProtectedStoreKeepsTheRules|KilledAnywhere|WhateverIsDamaged|TakesAtMostThreeTimes|WhateverHappenedToABackup
unit: ## the tests without a display, most with the race detector
	@mkdir -p build
	@status=0; \
	go run ./tools/totals $(TOTALS) -tags ci -timeout 30m . ./tools/... ./bench/... ./ui || status=1; \
	go run ./tools/totals $(TOTALS) -timeout 30m -run '$(ALONE)' ./data || status=1; \
	go run ./tools/totals $(TOTALS) -race -timeout 30m -skip '$(ALONE)' $(OURS) || status=1; \
	go run ./tools/totals $(TOTALS) -tags ci,migrated_fynedo -run FyneRemembers ./ui/parts || status=1; \
	go test -race -timeout 30m -run 'Sav|Clos|Quit|Conflict|Beside|Written' ./ui || status=1; \
	go run ./tools/totals $(TOTALS) -tags ci -count=1 -parallel 4 -timeout 30m ./faults || status=1; \
	exit $$status

race: ## all tests of the window and the store with the race detector
	go test -race -timeout 60m ./ui/... ./data/...

e2e: build system-test ## the tests that drive the real window in a virtual display
	go build -tags crash,dumpable,$(TAGS) -o bin/groundwork-crash .
	go run ./tools/totals $(TOTALS) -tags e2e -count=1 -timeout 30m ./e2e

package-test: release system-package ## the tests that pack the release, install it, use it and remove it
	go run ./tools/totals $(TOTALS) -tags e2e -count=1 ./packaging

lint: system ## gofumpt, go vet, staticcheck, the pin of libc, gosec
	@unformatted=$$($(LINT) gofumpt -l $$(git ls-files '*.go')); \
	if [ -n "$$unformatted" ]; then echo "not formatted by gofumpt:"; echo "$$unformatted"; exit 1; fi
	go vet -tags ci ./...
	go vet -tags ci,e2e,torture ./e2e/... ./packaging
	$(LINT) staticcheck -tags ci ./...
	$(LINT) staticcheck -tags ci,e2e,torture ./e2e/... ./packaging
	@tools/libc.sh
	@$(MAKE) --no-print-directory gosec

gosec: ## gosec: weaknesses that are known, each mended or argued
	@mkdir -p build
	@go build -C tools/gosec -o ../../build/gosec .
	@build/gosec

torture: build system-test ## the long runs: kill -9, broken disks, flipped bytes (docs/reliability.md)
	GROUNDWORK_TORTURE=1 go test -count=1 -timeout 60m ./data/...
	GROUNDWORK_TORTURE=1 go test -tags ci -v -count=1 -parallel 4 -timeout 120m ./faults
	go test -tags e2e,torture -count=1 -timeout 60m -run Torture ./e2e

bench: release system-test ## measure speed, as ratios to yardsticks taken in the same run
	go run ./bench

bench-quick: release system-test ## the same in two minutes: fewer runs, one size
	go run ./bench -quick

soak: release system-test ## use the window for an hour without the pauses, then turn the light on and off, and tell what it holds
	go run ./bench -sizes 10000 -only use,appearance

clean: ## remove what was built
	rm -rf bin build

system:
	@tools/system.sh build

system-test:
	@tools/system.sh build test

system-package:
	@tools/system.sh build test package

-include packaging/install.mk

licenses: ## write docs/licenses.md anew, after a change of go.mod
	@mkdir -p build
	go run ./tools/licenses >build/licenses.md
	mv build/licenses.md docs/licenses.md

keyboard: ## write docs/keyboard.md anew, after a change of the menus
	go test -tags ci ./ui -run TestThePageOfTheKeyboard -count=1 -update

pictures: system-test ## take the pictures of the documents anew, from the real window
	@mkdir -p bin
	go build -tags pictures,$(TAGS) -o bin/groundwork-pictures .
	go run ./e2e/pictures

package: release ## pack the program into a .deb and a tar file in build/
install: ## install the program, under /usr/local unless PREFIX=… says otherwise
uninstall: ## remove it again, but no journal
