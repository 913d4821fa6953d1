package dev.tick.stub.fault;

import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.check.RequestDefect;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import java.util.regex.Pattern;

/** Derives what a server could do wrong about requests that no other row speaks of. */
final class ConductFaults implements ConductCheck.ConductKinds<FaultBuilder> {
    private static final int HTTP_ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final int SERVER_ERROR = 500;
    private static final int BAD_GATEWAY = 502;

    private static final String CHALLENGE = "WWW-Authenticate";

    /** A quote, as it is, or as a URL may write it. */
    private static final Pattern QUOTE = Pattern.compile("'|%27");

    /** Letters beyond ASCII, as they are, or as a URL writes some. */
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7F]|%C3|%E6");

    private static final Trigger EITHER = new Trigger.Holding(Pattern.compile("[?].*%20or%20"));
    private static final Trigger UNEQUAL = new Trigger.Holding(Pattern.compile("[?].*%20ne%20.*%20and%20"));
    private static final Trigger LATER = new Trigger.Holding(Pattern.compile("[?].*[$]skip="));

    private final Contract contract;
    private final FaultBuilder faults;

    ConductFaults(Contract contract, FaultBuilder faults) {
        this.contract = contract;
        this.faults = faults;
    }

    @Override
    public FaultBuilder noServerError(ConductCheck.NoServerError check) {
        return switch (check.requests()) {
            case SOUND -> {
                faults.add("fails", "answers 500 to " + what(), trigger(), new FaultAction.Status(SERVER_ERROR))
                        .add("502", "answers 502 to " + what(), trigger(), new FaultAction.Status(BAD_GATEWAY));
                yield failsOnValues();
            }
            case ALL ->
                faults.add(
                        "fails",
                        "answers 500 to what it should refuse",
                        new Trigger.Altered(RequestDefect.NO_TOKEN),
                        new FaultAction.Status(SERVER_ERROR));
        };
    }

    /** Adds failures that only some texts meet, where a request carries any. */
    private FaultBuilder failsOnValues() {
        FaultAction fails = new FaultAction.Status(SERVER_ERROR);
        return switch (faults.operation().effect().orElseThrow()) {
            case CREATE, CREATE_MANY, CHANGE ->
                faults.add("fails-on-quotes", "answers 500 to a quote", new Trigger.Holding(QUOTE), fails)
                        .add("fails-on-letters", "answers 500 beyond ASCII", new Trigger.Holding(BEYOND_ASCII), fails);
            case LIST, READ, REMOVE, REMOVE_MANY -> faults;
        };
    }

    @Override
    public FaultBuilder knownSuccess(ConductCheck.KnownSuccess check) {
        faults.add("202", "answers 202 to " + what(), trigger(), new FaultAction.Status(HTTP_ACCEPTED));
        return check.statuses().contains(NO_CONTENT)
                ? faults.add("207", "answers 207 to " + what(), trigger(), new FaultAction.Status(207))
                : faults.add("204", "answers 204 to " + what(), trigger(), new FaultAction.Status(NO_CONTENT));
    }

    @Override
    public FaultBuilder conformingSuccess(ConductCheck.ConformingSuccess check) {
        faults.add("wrapped", "answers a list with the body in it to " + what(), trigger(), new FaultAction.Wrap());
        contract.at(faults.operation().success().schema().orElseThrow())
                .path("required")
                .valueStream()
                .findFirst()
                .ifPresent(name -> faults.add(
                        "without-" + name.asString(),
                        "leaves " + name.asString() + " out of its answer to " + what(),
                        trigger(),
                        new FaultAction.Value("/" + name.asString(), Mutation.DROPPED)));
        return faults;
    }

    @Override
    public FaultBuilder challenged(ConductCheck.Challenged check) {
        FaultAction silent = new FaultAction.NoHeader(CHALLENGE);
        faults.add("silent", "does not say which scheme it takes", new Trigger.Altered(RequestDefect.NO_TOKEN), silent);
        faults.add(
                "silent-to-a-token",
                "does not say which scheme it takes where the token is none",
                new Trigger.Altered(RequestDefect.MALFORMED_TOKEN),
                silent);
        return faults.add(
                "basic",
                "asks for another scheme",
                new Trigger.Unsound(),
                new FaultAction.Header(CHALLENGE, "Basic realm=\"Bearer\""));
    }

    @Override
    public FaultBuilder trackingId(ConductCheck.TrackingId check) {
        return faults.add(
                        "without",
                        "gives an error no id",
                        new Trigger.Unsound(),
                        new FaultAction.Value(check.pointer(), Mutation.DROPPED))
                .add(
                        "canned",
                        "gives every error one id",
                        new Trigger.Unsound(),
                        new FaultAction.Value(check.pointer(), Mutation.CANNED));
    }

    @Override
    public FaultBuilder listsOwn(ConductCheck.ListsOwn check) {
        return faults.add(
                        "either",
                        "shows what others submitted under a filter with or",
                        EITHER,
                        new FaultAction.ShowAll())
                .add("later", "shows what others submitted on a later part", LATER, new FaultAction.ShowAll())
                .add(
                        "unequal",
                        "shows what others submitted under a filter with ne and and",
                        UNEQUAL,
                        new FaultAction.ShowAll());
    }

    @Override
    public FaultBuilder listsPresent(ConductCheck.ListsPresent check) {
        return faults.add(
                        "either", "shows what was removed under a filter with or", new FaultAction.ShowRemoved(" or "))
                .add("later", "shows what was removed on a later part", new FaultAction.ShowRemoved("$skip="));
    }

    @Override
    public FaultBuilder listsOnce(ConductCheck.ListsOnce check) {
        return faults.add("either", "shows an entity twice under a filter with or", EITHER, new FaultAction.ShowTwice())
                .add("later", "shows an entity twice on a later part", LATER, new FaultAction.ShowTwice());
    }

    /** Returns the requests that the run repeats, where it repeats any: a first submit is the twin of all others. */
    private Trigger trigger() {
        return creates() ? new Trigger.Resubmit() : new Trigger.Sound();
    }

    private String what() {
        return creates() ? "what is submitted again" : "a sound request";
    }

    private boolean creates() {
        return faults.operation().effect().orElseThrow() == Effect.CREATE;
    }
}
