package dev.tick.stub.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The roles that the successful calls of an application needed, and those that its tokens held; of users' tokens, the scopes.
 *
 * @param application the application's id
 * @param bearer for whom its tokens were issued
 * @param needs of its calls
 * @param held the roles or scopes of the tokens, in the order in which they were seen
 */
public record Privileges(String application, Bearer bearer, List<Need> needs, List<String> held) {
    /** Copies the lists. */
    public Privileges {
        needs = List.copyOf(needs);
        held = List.copyOf(held);
    }

    /** Those for whom a token is issued. */
    public enum Bearer {
        /** The application itself, which holds roles. */
        APPLICATION,
        /** A user of the application, who holds scopes. */
        USER
    }

    /**
     * A need that calls of one operation had.
     *
     * @param operation its id
     * @param sufficient the roles or scopes of which any one would have done, the least first; none where every token does
     * @param calls how many there were
     */
    public record Need(String operation, List<String> sufficient, long calls) {
        /** Copies the list. */
        public Need {
            sufficient = List.copyOf(sufficient);
        }
    }

    /** Returns few and small roles or scopes that would have done for every call. */
    public List<String> needed() {
        List<String> needed = new ArrayList<>();
        needs.stream()
                .map(Need::sufficient)
                .filter(sufficient -> !sufficient.isEmpty())
                // Where only one will do, there is no choice; it may do for the others, too.
                .sorted(Comparator.comparingInt(List::size))
                .filter(sufficient -> sufficient.stream().noneMatch(needed::contains))
                .forEach(sufficient -> needed.add(sufficient.get(0)));
        return List.copyOf(needed);
    }

    /** Returns what the tokens held beyond that. */
    public List<String> surplus() {
        List<String> needed = needed();
        return held.stream().filter(one -> !needed.contains(one)).toList();
    }
}
