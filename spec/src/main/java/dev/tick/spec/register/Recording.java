package dev.tick.spec.register;

import java.util.Optional;

/**
 * A recording that contradicts the page of a row.
 *
 * @param behaviour what the service does in it
 * @param since the year or the day of the first such recording that is known, ISO 8601; empty where it bears no date
 * @param source where it was found
 */
public record Recording(RecordedBehaviour behaviour, Optional<String> since, Source source) {
    /** Returns both sides with their dates, in one sentence without its full stop. */
    public String sentence(Source page) {
        return "the page (" + page.page() + ", read " + page.read() + ") says otherwise, and the service is recorded "
                + behaviour.description() + since.map(date -> " since " + date).orElse("") + " (" + source.page()
                + ", read " + source.read() + ")";
    }
}
