package dev.tick.conformance.settings;

import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.progress.ProgressMode;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.FailOn;
import dev.tick.conformance.verdict.UntestedPolicy;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.NearestWord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings of a run.
 *
 * @param contract the name of the contract that the target is held to, or the path of its folder
 * @param task the work to do
 * @param remote the server to test; empty for a stub that lives as long as the run
 * @param failOn what fails the build
 * @param untestedPolicy whether untested MUSTs fail the build
 * @param directory where the results go
 * @param deviations the target's known deviations; empty where none are listed
 * @param baseline the results of an earlier run to compare with; empty for none
 * @param requirements the ids of those to check; empty for all
 * @param exploration the sequences of requests that the run tries beside its cases
 * @param redaction whether what identifies the owner of the target is masked in the results
 * @param progressMode how the progress of the run is shown
 * @param ca the certificates of the authorities that the target's may come from; empty for those of the JVM
 * @param deadline how long the target may take for all its responses together
 * @param inFlight how many requests may be in flight together
 * @param proxies through which requests to the target go
 */
public record Settings(
        String contract,
        Task task,
        Optional<Remote> remote,
        FailOn failOn,
        UntestedPolicy untestedPolicy,
        Path directory,
        Optional<InputFile> deviations,
        Optional<InputFile> baseline,
        Optional<Set<String>> requirements,
        ExplorationPlan exploration,
        Redaction redaction,
        ProgressMode progressMode,
        Optional<InputFile> ca,
        Duration deadline,
        InFlight inFlight,
        Proxies proxies) {
    /** The settings that Maven's users give by name; the other properties of a JVM are not the kit's. */
    private static final List<String> NAMES = List.of(
            "target",
            "contract",
            "capabilities",
            "requirements",
            ExplorationSettings.EXPLORE,
            ExplorationSettings.SEED,
            "deviations",
            "baseline",
            "fail.on",
            "strict",
            "share",
            "progress",
            "ca",
            "deadline",
            "in.flight");

    /** A name of fewer letters is near to too many others, such as one of Maven's. */
    private static final int TELLING = 5;

    /** Deadline of a run where none is set: a second for each of 600 requests, one after the other. */
    public static final Duration DEADLINE = Duration.ofMinutes(10);

    /** Folder of the results where none is set. */
    public static final String DIRECTORY = "target/conformance";

    /** Longest deadline of a run, in minutes. */
    private static final int DAY = 24 * 60;

    /** Most requests in flight together, which leaves connections of the sender's twenty for exchanges that hang. */
    private static final int MOST_IN_FLIGHT = 16;

    private static final String NONE = "none";
    private static final Set<String> NOT_REMOTE = Set.of("stub", NONE);
    private static final List<String> CAPABILITY_NAMES =
            List.of("submit", "list", "get", "patch", "delete", "import", "batch-delete");
    private static final Map<String, Effect> CAPABILITIES = Map.of(
            "submit", Effect.CREATE,
            "list", Effect.LIST,
            "get", Effect.READ,
            "patch", Effect.CHANGE,
            "delete", Effect.REMOVE,
            "import", Effect.CREATE_MANY,
            "batch-delete", Effect.REMOVE_MANY);

    /**
     * Reads the settings.
     *
     * @param properties such as {@code contract}, {@code target}, {@code capabilities}, {@code fail.on}, {@code strict}, {@code deviations},
     *     {@code baseline}, {@code requirements}, {@code explore}, {@code seed}, {@code share}, {@code progress}, {@code ca},
     *     {@code deadline}, {@code in.flight}; relative paths begin at {@code tick.top}
     * @param environment holds the tokens, and the proxies of this machine
     * @throws InvalidSettingException for a value that cannot be used
     */
    public static Settings of(Map<String, String> properties, Map<String, String> environment) {
        properties.keySet().stream().sorted().forEach(Settings::refuseSlip);
        String target = properties.getOrDefault("target", "stub").trim();
        Optional<Remote> remote =
                NOT_REMOTE.contains(target) ? Optional.empty() : Optional.of(remote(target, properties, environment));
        FailOn failOn = word("fail.on", properties.getOrDefault("fail.on", "must"), FailOn.values());
        Path top = Path.of(properties.getOrDefault("tick.top", "")).toAbsolutePath();
        Optional<InputFile> baseline = named("baseline", properties, top);
        if (failOn == FailOn.NEW && baseline.isEmpty()) {
            throw new InvalidSettingException("fail.on: 'new' needs a baseline to tell what is new;"
                    + " name the results.json of an earlier run as baseline, or use must");
        }
        return new Settings(
                contract(properties.getOrDefault("contract", "tiindicators").trim(), top),
                target.equals(NONE) ? Task.COVERAGE : Task.VERIFY,
                remote,
                failOn,
                truth("strict", properties) ? UntestedPolicy.FAIL_UNTESTED : UntestedPolicy.SHOW_UNTESTED,
                directory(properties.getOrDefault("tick.directory", DIRECTORY)),
                named("deviations", properties, top)
                        .or(() -> listed(
                                remote.map(one -> one.baseUrl().getHost()).orElse("stub"), top)),
                baseline,
                Optional.ofNullable(properties.get("requirements")).map(Settings::words),
                ExplorationSettings.of(properties),
                truth("share", properties) ? Redaction.MASKED : Redaction.PRIVATE,
                word("progress", properties.getOrDefault("progress", "auto"), ProgressMode.values()),
                named("ca", properties, top).map(Settings::certificates),
                deadline(properties),
                inFlight(properties),
                remote.isPresent() ? proxies(environment) : Proxies.none());
    }

    private static Proxies proxies(Map<String, String> environment) {
        try {
            return Proxies.of(environment);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(String.valueOf(e.getMessage()));
        }
    }

    /** Refuses a property that is nearly one of ours, which would be left out without a word. */
    private static void refuseSlip(String name) {
        if (name.length() >= TELLING && !NAMES.contains(name)) {
            NearestWord.of(name, NAMES).filter(near -> near.length() >= TELLING).ifPresent(near -> {
                throw new InvalidSettingException(name + ": there is no setting of this name (did you mean '" + near
                        + "'?); correct it, or leave it out");
            });
        }
    }

    private static Path directory(String name) {
        refuseBlank("tick.directory", name);
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new InvalidSettingException(
                    "tick.directory: '" + name + "' is no path (" + e.getReason() + "); correct it");
        }
    }

    private static void refuseBlank(String key, String name) {
        if (name.isBlank()) {
            throw new InvalidSettingException(key + ": is empty; name a path, or leave the setting out");
        }
    }

    /**
     * Makes the folder for the results, where it is missing.
     *
     * @throws InvalidSettingException when it cannot be written to, which nobody wants to learn after a run
     */
    public void makeDirectory() {
        makeDirectory(directory);
    }

    /** Makes another folder for results, in the same way. */
    public static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "tick-", ".tmp"));
        } catch (IOException e) {
            throw new InvalidSettingException("tick.directory: cannot write to '" + directory + "' (" + e
                    + "); name a folder that can be written to");
        }
    }

    /** Returns the file; one without a certificate is better told before a run. */
    private static InputFile certificates(InputFile file) {
        try {
            TrustedAuthorities.read(file.path());
            return file;
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("ca: '" + file.name() + "' " + e.getMessage()
                    + "; name a file with the PEM certificate of the authority");
        }
    }

    private static Duration deadline(Map<String, String> properties) {
        String text = properties.getOrDefault("deadline", String.valueOf(DEADLINE.toMinutes()));
        int minutes = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (minutes < 1 || minutes > DAY) {
            throw new InvalidSettingException(
                    "deadline: '" + text + "' is no number of minutes from 1 to " + DAY + "; use, say, 60");
        }
        return Duration.ofMinutes(minutes);
    }

    private static InFlight inFlight(Map<String, String> properties) {
        String text = properties.getOrDefault("in.flight", String.valueOf(InFlight.DEFAULT));
        int requests = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
        if (requests < 1 || requests > MOST_IN_FLIGHT) {
            throw new InvalidSettingException("in.flight: '" + text + "' is no number of requests from 1 to "
                    + MOST_IN_FLIGHT + "; use, say, " + InFlight.DEFAULT);
        }
        return InFlight.upTo(requests);
    }

    /** Returns the name of a contract that comes with the kit, or the path of a folder. */
    private static String contract(String name, Path top) {
        try {
            String below = top.resolve(name).normalize().toString();
            return !Specification.isKnown(name) && Specification.isKnown(below) ? below : Specification.known(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<InputFile> named(String key, Map<String, String> properties, Path top) {
        return Optional.ofNullable(properties.get(key)).map(name -> {
            refuseBlank(key, name);
            try {
                return new InputFile(name, top.resolve(name).normalize());
            } catch (InvalidPathException e) {
                throw new InvalidSettingException(
                        key + ": '" + name + "' is no path (" + e.getReason() + "); correct it");
            }
        });
    }

    /** Returns the target's file of deviations at its default place; empty where there is none. */
    private static Optional<InputFile> listed(String target, Path top) {
        String name = "deviations/" + target.toLowerCase(Locale.ROOT) + ".yaml";
        return Optional.of(new InputFile(name, top.resolve(name).normalize()))
                .filter(file -> Files.exists(file.path()));
    }

    private static Remote remote(String target, Map<String, String> properties, Map<String, String> environment) {
        Map<TokenKind, String> tokens = AccessTokens.of(environment);
        URI url = TargetUrl.of(target);
        if (!tokens.containsKey(TokenKind.SOUND)) {
            throw new InvalidSettingException(
                    "TICK_TOKEN: not set; export an access token of your application for " + url);
        }
        return new Remote(url, capabilities(properties.getOrDefault("capabilities", "")), tokens);
    }

    private static Set<Effect> capabilities(String text) {
        Set<Effect> capabilities = EnumSet.of(Effect.CREATE);
        for (String word : text.split(",", -1)) {
            String capability = word.trim();
            if (!capability.isEmpty()) {
                Effect effect = CAPABILITIES.get(capability);
                if (effect == null) {
                    throw new InvalidSettingException("capabilities: '" + capability + "' is unknown"
                            + NearestWord.hint(capability, CAPABILITY_NAMES) + "; use some of "
                            + String.join(",", CAPABILITY_NAMES));
                }
                capabilities.add(effect);
            }
        }
        return capabilities;
    }

    /** Returns the word by which users declare a capability, such as {@code get}. */
    public static String capability(Effect effect) {
        return CAPABILITY_NAMES.stream()
                .filter(name -> CAPABILITIES.get(name) == effect)
                .findFirst()
                .orElseThrow();
    }

    private static boolean truth(String key, Map<String, String> properties) {
        String text = properties.getOrDefault(key, "false");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidSettingException(key + ": '" + text + "' is unknown; use true or false");
        };
    }

    private static <E extends Enum<E>> E word(String key, String text, E[] words) {
        List<String> names = Arrays.stream(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(text)) {
            throw new InvalidSettingException(
                    key + ": '" + text + "' is unknown" + NearestWord.hint(text, names) + "; use one of " + names);
        }
        return words[names.indexOf(text)];
    }
}
