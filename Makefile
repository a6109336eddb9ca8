# make ask Q="..."   answer a question        make test    all tests
# make check         sheets, shapes, rules    make bench   speed, as ratios
# make lint          style, types, imports    make docs    regenerate what is generated
# make sheets        the loaders' sheets, from loaders/tables
# make profile       the ontology's OWL 2 profiles, by ROBOT (needs Maven and Java)
# make robustness    each question in 20 variations: the same answer, or none
# make fuzz          ten thousand inputs that are no questions: no failure, no change, no slow one
# make desk          the graph in Neo4j Browser, on a Neo4j of its own (needs Java 17; Maven, once)
# make cypher25      every query under CYPHER 25 (needs Java 21 or later; Maven, once)
# make pictures      the pictures of Neo4j Browser in docs/ (needs Chromium)
# make kills N=500   kill so many loads, and prove that nothing is lost
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
Q ?= Who is related to El Mencho?
N ?= 500
TEST_SERVER = $(if $(EXPEDIENTE_TEST_NEO4J),use the Neo4j at $(EXPEDIENTE_TEST_NEO4J),start a Neo4j of \
their own on a free port (in Docker, or from jars that are fetched once), where that is possible)
TEST_NOTE = All tests: some twenty minutes on two cores. They run kg hundreds of times, and $(TEST_SERVER). \
Your own store and cache are not touched.

.PHONY: ask desk cypher25 pictures test lint check sheets profile bench docs site robustness fuzz kills clean

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Expediente needs Python 3.11 or newer; set PYTHON=python3.11." if sys.version_info < (3, 11) else 0)'
	@echo "Installing Expediente into $(VENV): once, and half a minute or more ..." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	@echo "Installing the tools of developers into $(VENV): once, and a minute or so ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

# In single quotation marks, and as it was given: neither make nor a shell reads what is in a question.
unexport Q
define LINE_END


endef
ask: $(VENV)/.installed
	@$(BIN)/kg ask -- '$(subst ','\'',$(subst $(LINE_END), ,$(value Q)))'

desk: $(VENV)/.installed
	@$(BIN)/kg desk

cypher25: $(VENV)/.developing
	@echo "Every example of every query, on a Neo4j 2026 that is started for it: some minutes." >&2
	CI=true EXPEDIENTE_TEST_NEO4J= EXPEDIENTE_TEST_NEO4J_RELEASE=2026 $(BIN)/python -m pytest -q -s -k cypher_25 \
		tests/kg/test_pack.py

pictures: $(VENV)/.developing
	EXPEDIENTE_PICTURES=1 $(BIN)/python -m pytest -q tests/kg/test_desk_running.py

test: $(VENV)/.developing
	@echo "$(TEST_NOTE)" >&2
	$(BIN)/python -m pytest $(if $(EXPEDIENTE_TEST_NEO4J),,-n 2 --dist loadfile)

lint: $(VENV)/.developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: $(VENV)/.installed
	@$(BIN)/kg check knowledge

sheets: $(VENV)/.installed
	@$(BIN)/python -m loaders loaders/tables --into knowledge

profile:
	@for profile in RL DL; do mvn -q -B -f ontology/profile/pom.xml exec:java \
		-Dexec.args="validate-profile --profile $$profile --input ontology/kg.ttl" || exit 1; \
		echo "ontology/kg.ttl is in OWL 2 $$profile."; done

bench: $(VENV)/.developing
	$(BIN)/python -m bench

kills: $(VENV)/.developing
	$(BIN)/python -m tests.graph.long_kills $(N) $(SEED)

robustness: $(VENV)/.developing
	@echo "Each question in 20 variations: some minutes on two cores." >&2
	EXPEDIENTE_VARIATIONS=20 $(BIN)/python -m pytest -q tests/queries/test_robustness.py

fuzz: $(VENV)/.developing
	@echo "Ten thousand inputs, twice: some minutes on two cores." >&2
	EXPEDIENTE_FUZZED=10000 $(BIN)/python -m pytest -q tests/queries/test_fuzzing.py
	$(BIN)/python -m bench fuzz

site: $(VENV)/.developing
	$(BIN)/python -m mkdocs build --strict --site-dir build/site

docs: $(VENV)/.developing
	$(BIN)/python -m queries.answers
	$(BIN)/python -m kg.reference
	$(BIN)/python -m kg.outcomes
	$(BIN)/python -m tests.notebooks

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache
