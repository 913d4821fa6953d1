package dev.tick.spec.register;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The place where a statement was read, and the state in which the page was.
 *
 * @param page the name of the page or specification
 * @param section the part of the page
 * @param edition the edition of the page
 * @param dated the date that the page itself bears, ISO 8601: a day, a month or a year, or two of them with "to" between
 * @param commit the commit that holds the page: owner/repository@hash
 * @param read the date on which we read it, ISO 8601
 */
public record Source(
        String page, String section, String edition, Optional<String> dated, Optional<String> commit, String read) {
    private static final Pattern RFC = Pattern.compile("RFC (\\d+)");

    /** Returns where a reader finds the page in the state that was read, or at least the commit that holds it; empty for no place. */
    public Optional<String> url() {
        Matcher rfc = RFC.matcher(page);
        if (rfc.matches()) {
            return Optional.of("https://www.rfc-editor.org/rfc/rfc" + rfc.group(1));
        }
        return commit.map(one -> one.split("@", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> "https://github.com/" + parts[0]
                        + (page.endsWith(".md") ? "/blob/" + parts[1] + "/" + page : "/commit/" + parts[1]));
    }

    /** Returns in words which state of the page was read. */
    public String state() {
        return Stream.of(
                        Optional.of("edition " + edition),
                        dated.map(date -> "dated " + date),
                        commit,
                        Optional.of("read " + read))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }
}
