package dev.tick.conformance.model;

import dev.tick.conformance.outcome.Mismatch;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the lengths of lists that a query cuts. */
final class CutJudge {
    private final Entities entities;

    CutJudge(Entities entities) {
        this.entities = entities;
    }

    /**
     * Holds the length of a list against how many meet its filter.
     *
     * @param listed the identities that the list shows
     * @param claims the statements that another length breaks
     */
    void judge(Action.ListAll action, Answer answer, Set<String> listed, List<Claim> claims, Findings findings) {
        ListQuery query = action.query();
        if (query.top().isEmpty() && query.skip().isEmpty()) {
            return;
        }
        List<Entity> certain = shown(action, EnumSet.of(Truth.TRUE));
        boolean doubtful = shown(action, EnumSet.of(Truth.TRUE, Truth.UNKNOWN)).size() != certain.size();
        int left = Math.max(0, certain.size() - query.skip().orElse(0));
        int due = Math.min(query.top().orElse(Integer.MAX_VALUE), left);
        long own = entities.all().stream()
                .filter(entity -> listed.contains(entity.identity()))
                .count();
        // A query without a filter cuts what others have there, too. A server that takes $top for the length of a page
        // goes on.
        boolean exact = query.skip().isPresent() && query.top().isEmpty();
        boolean wrong = query.filter().isPresent() && !doubtful && (exact ? own != due : own < due);
        Set<String> about = certain.stream().map(Entity::identity).collect(Collectors.toSet());
        int first = answer.firstPage().size();
        if (first > query.top().orElse(Integer.MAX_VALUE)) {
            int top = query.top().getAsInt();
            findings.broken(
                    claims,
                    Mismatch.of(
                            "at most " + top + ListWords.in(action),
                            first + " in " + answer.exchange().line()),
                    "A list that is cut to " + top + " has " + first + ".",
                    about);
        } else if (wrong) {
            findings.broken(
                    claims,
                    Mismatch.of(
                            due + ListWords.in(action),
                            own + " in " + answer.exchange().line()),
                    "A query finds " + own + " of " + due + " that it should: " + ListWords.said(query) + ".",
                    about);
        }
    }

    private List<Entity> shown(Action.ListAll action, Set<Truth> how) {
        return entities.all().stream()
                .filter(entity -> how.contains(action.shows(entity)))
                .toList();
    }
}
