package dev.tick.spec.register;

import java.util.Optional;
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
