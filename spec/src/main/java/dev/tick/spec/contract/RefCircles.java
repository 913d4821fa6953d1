package dev.tick.spec.contract;

import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds chains of references that lead back to themselves, so that no value stands at their end. */
final class RefCircles {
    private final LocatedDocument source;
    private final Problems problems;
    private final Set<String> told = new HashSet<>();

    private RefCircles(LocatedDocument source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Tells each circle once; returns whether there is none. */
    static boolean none(LocatedDocument source, Problems problems) {
        RefCircles circles = new RefCircles(source, problems);
        circles.walk("", source.root());
        return circles.told.isEmpty();
    }

    private void walk(String pointer, JsonNode value) {
        if (value.path("$ref").isString()) {
            tell(RefResolver.chain(source, pointer));
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            walk(pointer + "/" + LocatedDocument.segment(entry.getKey()), entry.getValue());
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            walk(pointer + "/" + i, value.get(i));
        }
    }

    private void tell(List<String> chain) {
        String end = chain.get(chain.size() - 1);
        List<String> circle = chain.subList(chain.indexOf(end), chain.size());
        if (circle.size() > 1 && told.addAll(circle)) {
            problems.holds(() -> RefResolver.followed(source, end));
        }
    }
}
