package dev.tick.stub.scenario;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.text.NearestWord;
import dev.tick.spec.text.ShortText;
import dev.tick.stub.answer.AnswerForm;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.http.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The only reader of the line that describes a scenario: its name, or steps between commas, each
 * {@code <action> [x<times>] [on <operationId>|on token]}, where an action is one of {@link #ACTIONS}.
 */
public final class ScenarioReader {
    /** The actions, as they are written. */
    public static final List<String> ACTIONS = List.of(
            "fine",
            "400 to 599",
            "retry-after <time>",
            "retry-after none",
            "retry-after-date <time>",
            "redirect",
            "fail-item",
            "answer <form>",
            "expired-token",
            "delay <time>",
            "slow <time>",
            "drop",
            "reset",
            "garbage",
            "half-close",
            "half-reset",
            "half-hang <time>",
            "last-chunk-cut",
            "fault <name>");

    /** Longer waits are no scenario but an outage: a client gives up before. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Nobody has to wait for it: a client is to see that it is too long for it. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** In place of the time of {@code retry-after}, where the answer has no such header. */
    private static final String UNTOLD = "none";

    /** More steps are no situation that a client meets. */
    private static final int MOST_STEPS = 1000;

    /** In characters; a message quotes the step. */
    private static final int LONGEST_STEP = 200;

    private static final String SCENARIOS = "dev/tick/stub/scenario/scenarios.yaml";
    private static final Pattern STEP = Pattern.compile(
            "(?<word>\\S+)(?: (?<argument>(?!x\\d|on )\\S+))?(?: x(?<times>\\d{1,9}))?(?: on (?<place>\\S+))?");
    /** An action without an argument and its times with nothing between them, such as {@code 429x2}. */
    private static final Pattern GLUED = Pattern.compile(
            "^([45]\\d\\d|fine|redirect|fail-item|expired-token|drop|reset|garbage|half-close|half-reset|last-chunk-cut)x(?=\\d)");

    private static final Set<String> TAKE_AN_ARGUMENT =
            Set.of("delay", "slow", "fault", "answer", "retry-after", "retry-after-date", "half-hang");

    private static final List<String> FORMS =
            Arrays.stream(AnswerForm.values()).map(FieldType::spelled).toList();

    private static final String TIMES = "500ms, 2s or 1m";
    private static final String WHOLE_TIMES = "2s or 1m";
    private static final String TIMES_OR_UNTOLD = "2s, 1m or '" + UNTOLD + "'";
    private static final String STATUS = "[45]\\d\\d";
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m)");

    private final FaultCatalogue faults;
    private final Set<String> places = new LinkedHashSet<>();
    private final Map<String, NamedScenario> scenarios = new LinkedHashMap<>();

    /**
     * Creates a reader that knows the stub's own scenarios.
     *
     * @param faults what can be broken
     * @param operations the ids of the operations that a step may be limited to
     */
    public ScenarioReader(FaultCatalogue faults, List<String> operations) {
        this(faults, operations, List.of());
    }

    /**
     * Creates a reader that knows the stub's own scenarios and further ones; one of an own scenario's name replaces it.
     *
     * @throws IllegalArgumentException when the steps of one cannot be read
     */
    public ScenarioReader(FaultCatalogue faults, List<String> operations, List<NamedScenario> further) {
        this.faults = faults;
        places.addAll(operations);
        places.add(Step.TOKEN);
        LocatedDocument.load(SCENARIOS).root().properties().forEach(entry -> {
            String description = entry.getValue().path("description").asString();
            add(new NamedScenario(
                    entry.getKey(), description, entry.getValue().path("steps").asString()));
        });
        further.forEach(this::add);
    }

    private void add(NamedScenario scenario) {
        steps(scenario.steps());
        scenarios.put(scenario.name(), scenario);
    }

    /** Returns the scenarios, the own ones first. */
    public List<NamedScenario> scenarios() {
        return List.copyOf(scenarios.values());
    }

    /**
     * Reads a scenario.
     *
     * @throws IllegalArgumentException when the line cannot be read, naming the step, what is wrong with it, and what could
     *     stand there
     */
    public Scenario read(String line) {
        NamedScenario scenario = scenarios.get(line.trim());
        return steps(scenario == null ? line : scenario.steps());
    }

    private Scenario steps(String line) {
        List<Step> steps = new ArrayList<>();
        String[] texts = line.split(",", -1);
        if (texts.length > MOST_STEPS) {
            throw refusal(
                    ShortText.of(line.trim(), LONGEST_STEP),
                    "there are " + texts.length + " steps; expected " + MOST_STEPS + " at most");
        }
        for (String text : texts) {
            if (text.isBlank() && line.contains(",")) {
                throw refusal(
                        ShortText.of(line.trim(), LONGEST_STEP),
                        "there is a comma without a step beside it; remove the comma");
            }
            steps.add(step(text.trim().replaceAll("\\s+", " ")));
        }
        try {
            return new Scenario(steps);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("scenario: " + e.getMessage(), e);
        }
    }

    private Step step(String written) {
        if (written.length() > LONGEST_STEP) {
            throw refusal(
                    ShortText.of(written, LONGEST_STEP), "expected a step of " + LONGEST_STEP + " characters at most");
        }
        String text = GLUED.matcher(written).replaceFirst("$1 x");
        Matcher parts = STEP.matcher(text);
        if (!parts.matches()) {
            throw refusal(
                    text, "expected '<action> [x<times>] [on <operationId>|on token]', with an action of " + ACTIONS);
        }
        Optional<Integer> times = Optional.ofNullable(parts.group("times")).map(Integer::valueOf);
        if (times.filter(number -> number < 1).isPresent()) {
            throw refusal(text, "x0 is no step; leave it out");
        }
        Optional<String> place = Optional.ofNullable(parts.group("place"));
        place.filter(name -> !places.contains(name)).ifPresent(name -> {
            throw refusal(
                    text,
                    "there is no place '" + name + "'" + NearestWord.hint(name, places) + "; expected one of "
                            + places);
        });
        StepAction action = action(text, parts.group("word"), Optional.ofNullable(parts.group("argument")));
        return new Step(action, times, place, text);
    }

    private StepAction action(String text, String word, Optional<String> argument) {
        boolean takes = TAKE_AN_ARGUMENT.contains(word);
        if (takes != argument.isPresent()) {
            throw refusal(
                    text,
                    takes
                            ? "'" + word + "' needs " + argumentOf(word)
                            : unknown(word) + "'" + argument.orElseThrow() + "' has no meaning there"
                                    + times(word, argument.orElseThrow()));
        }
        return switch (word) {
            case "fine" -> new StepAction.Fine();
            case "expired-token" -> new StepAction.ExpiredToken();
            case "drop" -> new StepAction.Delivered(new Delivery.Dropped(Delivery.DropMode.CLOSED));
            case "reset" -> new StepAction.Delivered(new Delivery.Dropped(Delivery.DropMode.RESET));
            case "garbage" -> new StepAction.Delivered(new Delivery.Dropped(Delivery.DropMode.GARBLED));
            case "delay" -> new StepAction.Delivered(new Delivery.Delayed(time(text, argument.orElseThrow())));
            case "slow" -> new StepAction.Delivered(new Delivery.Trickled(time(text, argument.orElseThrow())));
            case "half-close" -> new StepAction.Delivered(new Delivery.Cut(Delivery.CutMode.HALF_CLOSED));
            case "half-reset" -> new StepAction.Delivered(new Delivery.Cut(Delivery.CutMode.HALF_RESET));
            case "half-hang" -> new StepAction.Delivered(new Delivery.Hung(time(text, argument.orElseThrow())));
            case "last-chunk-cut" -> new StepAction.Delivered(new Delivery.Cut(Delivery.CutMode.LAST_CHUNK_CUT));
            case "retry-after" ->
                argument.orElseThrow().equals(UNTOLD)
                        ? new StepAction.Throttled(Duration.ZERO, StepAction.PauseForm.UNTOLD)
                        : throttled(text, argument.orElseThrow(), StepAction.PauseForm.SECONDS);
            case "retry-after-date" -> throttled(text, argument.orElseThrow(), StepAction.PauseForm.DATE);
            case "redirect" -> new StepAction.Redirected();
            case "fail-item" -> new StepAction.ItemFailed();
            case "answer" -> new StepAction.Answered(form(text, argument.orElseThrow()));
            case "fault" -> new StepAction.Broken(faults.named(argument.orElseThrow()));
            default -> status(text, word);
        };
    }

    private static String argumentOf(String word) {
        return switch (word) {
            case "fault" -> "a name";
            case "answer" -> "a form, one of " + FORMS;
            case "retry-after" -> "a time such as 30s or 2m, or 'none'";
            case "retry-after-date" -> "a time such as 30s or 2m";
            default -> "a time such as 500ms or 2s";
        };
    }

    private StepAction status(String text, String word) {
        if (!word.matches(STATUS)) {
            throw refusal(
                    text,
                    unknown(word) + "expected the name of a scenario, one of " + scenarios.keySet()
                            + ", or an action of " + ACTIONS);
        }
        return new StepAction.Refused(Integer.parseInt(word));
    }

    /** Guesses the times that were meant by {@code X3}, {@code 3x} or a bare {@code 3}. */
    private static String times(String word, String argument) {
        return argument.matches("(?i)x?[1-9]\\d{0,8}|[1-9]\\d{0,8}x")
                ? " (did you mean '" + word + " x" + argument.replaceAll("\\D", "") + "'?)"
                : "";
    }

    private String unknown(String word) {
        List<String> words = new ArrayList<>(scenarios.keySet());
        ACTIONS.forEach(action -> words.add(action.split(" ", 2)[0]));
        return words.contains(word) || word.matches(STATUS)
                ? ""
                : "'" + word + "' is unknown" + NearestWord.hint(word, words) + "; ";
    }

    private static Duration time(String text, String written) {
        Duration time = anyTime(text, written, TIMES);
        if (time.isZero() || time.compareTo(LONGEST) > 0) {
            throw refusal(text, "'" + written + "' is out of range; expected more than nothing and at most 10m");
        }
        return time;
    }

    private static AnswerForm form(String text, String written) {
        return Arrays.stream(AnswerForm.values())
                .filter(form -> FieldType.spelled(form).equals(written))
                .findFirst()
                .orElseThrow(() -> refusal(
                        text,
                        "there is no form '" + written + "'" + NearestWord.hint(written, FORMS) + "; expected one of "
                                + FORMS));
    }

    private static Duration anyTime(String text, String written, String expected) {
        Matcher parts = TIME.matcher(written);
        if (!parts.matches()) {
            throw refusal(text, "'" + written + "' is no time; write it like " + expected);
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static StepAction throttled(String text, String written, StepAction.PauseForm form) {
        Duration pause = anyTime(text, written, form == StepAction.PauseForm.SECONDS ? TIMES_OR_UNTOLD : WHOLE_TIMES);
        if (pause.toNanosPart() != 0) {
            throw refusal(text, "'" + written + "' is not in whole seconds, as the header Retry-After is");
        }
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            throw refusal(text, "'" + written + "' is out of range; expected at most a day, 1440m");
        }
        return new StepAction.Throttled(pause, form);
    }

    private static IllegalArgumentException refusal(String text, String problem) {
        return new IllegalArgumentException("scenario: in '" + text + "', " + problem);
    }
}
