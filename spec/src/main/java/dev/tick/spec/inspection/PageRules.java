package dev.tick.spec.inspection;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.NearestWord;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The names in {@code pages.yaml} that must be in the other two files; its own grammar is the documentation check's. */
final class PageRules {
    private final Specification specification;
    private final LocatedDocument pages;
    private final Problems problems;

    PageRules(Specification specification, LocatedDocument pages, Problems problems) {
        this.specification = specification;
        this.pages = pages;
        this.problems = problems;
    }

    void check() {
        List<String> rows = specification.register().requirements().stream()
                .map(Requirement::id)
                .toList();
        List<String> operations = specification.contract().operations().stream()
                .map(Operation::id)
                .toList();
        Collection<String> sources =
                specification.register().source().root().path("sources").propertyNames();
        JsonNode list = pages.root().path("pages");
        for (int i = 0; i < list.size(); i++) {
            String page = "/pages/" + i;
            known(page + "/source", "source", sources);
            known(page + "/operation", "operation", operations);
            for (int j = 0; j < list.get(i).path("texts").size(); j++) {
                String named = page + "/texts/" + j + "/rows";
                for (int k = 0; k < pages.root().at(named).size(); k++) {
                    known(named + "/" + k, "row", rows);
                }
            }
        }
    }

    private void known(String pointer, String kind, Collection<String> names) {
        JsonNode name = pages.root().at(pointer);
        if (name.isString() && !names.contains(name.asString())) {
            problems.add(pages.defect(
                    pointer, "no " + kind + " '" + name.asString() + "'" + NearestWord.hint(name.asString(), names)));
        }
    }
}
