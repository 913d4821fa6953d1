package dev.tick.conformance.check;

import dev.tick.conformance.sample.Neighbour;
import dev.tick.spec.check.QueryForm;
import dev.tick.spec.text.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Questions about the neighbours that a filter asks (OData V4, part 2, 5.1.1). */
final class FilterQuestions {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    /** Neither of the run's clock nor of any likely server's. */
    private static final ZoneOffset OFFSET = ZoneOffset.ofHoursMinutes(5, 30);

    private FilterQuestions() {}

    /** Returns the question that has this form; empty where the contract has no property for it. */
    static Optional<Question> of(QueryForm form, QueryScene scene) {
        Optional<String> text = scene.texts().stream().findFirst();
        Optional<String> time = scene.times().stream().findFirst();
        return switch (form) {
            case DOUBLED_QUOTE -> text.map(property -> equal(scene, property, Neighbour.QUOTED));
            case RESERVED_CHARACTERS -> text.map(property -> equal(scene, property, Neighbour.RESERVED));
            case OTHER_SCRIPT -> text.map(property -> equal(scene, property, Neighbour.FOREIGN));
            case LETTER_CASE -> text.map(property -> equal(scene, property, Neighbour.PLAIN));
            case OFFSET ->
                time.map(property -> Question.of(
                        property + " eq " + SECONDS.format(time(scene, property).withOffsetSameInstant(OFFSET)),
                        Neighbour.EXACT));
            case SEVEN_DIGITS ->
                time.map(property -> Question.of(
                        property + " eq " + written(scene, property).replace("Z", ".0000000Z"), Neighbour.EXACT));
            case BOTH_CONDITIONS ->
                text.flatMap(one -> time.map(other -> Question.of(
                        shared(scene, one) + " and " + other + " gt " + written(scene, other), Neighbour.AFTER)));
            case EITHER_CONDITION ->
                text.flatMap(one -> time.map(other -> Question.of(
                                equal(scene, one, Neighbour.PLAIN).filter() + " or " + other + " eq "
                                        + written(scene, other),
                                Neighbour.PLAIN,
                                Neighbour.EXACT)
                        .whateverOf(Neighbour.SWAPPED)));
            case PRECEDENCE ->
                text.flatMap(one -> time.map(other -> Question.of(
                                equal(scene, one, Neighbour.PLAIN).filter() + " or " + shared(scene, one) + " and "
                                        + other + " lt " + written(scene, other),
                                Neighbour.PLAIN,
                                Neighbour.EARLIER)
                        .whateverOf(Neighbour.SWAPPED)));
            case NOT_EQUAL -> text.map(property -> others(unequal(scene, property)));
            case NOT_EQUAL_OR_NONE -> absent(scene).map(property -> others(unequal(scene, property)));
            case NEGATED ->
                text.map(property ->
                        others("not (" + equal(scene, property, Neighbour.PLAIN).filter() + ")"));
            case ANY_VALUE ->
                absent(scene)
                        .map(property ->
                                Question.of(property + " ne null", EnumSet.complementOf(EnumSet.of(Neighbour.BARE))));
            case NO_VALUE -> absent(scene).map(property -> Question.of(property + " eq null", Neighbour.BARE));
            default -> throw new IllegalArgumentException(form + " asks for more than a filter");
        };
    }

    /** Returns a text that only one of them has; whether another one in other letter case is as good is open. */
    static Question near(QueryScene scene, String property) {
        return equal(scene, property, Neighbour.PLAIN).whateverOf(Neighbour.SWAPPED);
    }

    /** Returns what only the one in the middle of three times meets, since the other two lie on the edges. */
    static Question between(QueryScene scene, String property) {
        OffsetDateTime time = time(scene, property);
        return Question.of(
                property + " gt " + SECONDS.format(time.minusSeconds(1)) + " and " + property + " lt "
                        + SECONDS.format(time.plusSeconds(1)),
                Neighbour.EXACT);
    }

    /** Returns what only the one in the middle of three times meets, since it lies on both edges. */
    static Question within(QueryScene scene, String property) {
        String time = written(scene, property);
        return Question.of(property + " ge " + time + " and " + property + " le " + time, Neighbour.EXACT);
    }

    /** Returns the filter that three of them meet; empty where no text can be filtered by. */
    static Optional<Question> shared(QueryScene scene) {
        return scene.texts().stream()
                .findFirst()
                .map(property ->
                        Question.of(shared(scene, property), Neighbour.EARLIER, Neighbour.EXACT, Neighbour.AFTER));
    }

    private static String shared(QueryScene scene, String property) {
        return equal(scene, property, Neighbour.EXACT).filter();
    }

    private static Question equal(QueryScene scene, String property, Neighbour neighbour) {
        return Question.of(
                property + " eq '"
                        + scene.value(neighbour, property).asString("").replace("'", "''") + "'",
                neighbour);
    }

    private static String unequal(QueryScene scene, String property) {
        return equal(scene, property, Neighbour.PLAIN).filter().replaceFirst(" eq ", " ne ");
    }

    /** Returns what all meet but the plain one; null is unequal to every text (OData V4, part 2, 5.1.1.1.2). */
    private static Question others(String filter) {
        Set<Neighbour> others = EnumSet.allOf(Neighbour.class);
        others.remove(Neighbour.PLAIN);
        others.remove(Neighbour.SWAPPED);
        return Question.of(filter, others).whateverOf(Neighbour.SWAPPED);
    }

    private static Optional<String> absent(QueryScene scene) {
        return scene.texts().stream()
                .filter(property -> scene.value(Neighbour.BARE, property).isMissingNode())
                .findFirst();
    }

    private static OffsetDateTime time(QueryScene scene, String property) {
        return Timestamp.read(scene.value(Neighbour.EXACT, property)).orElseThrow();
    }

    private static String written(QueryScene scene, String property) {
        return SECONDS.format(time(scene, property));
    }
}
