package dev.tick.conformance.settings;

import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Terms;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.ProgressMode;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.subject.TokenOrigin;
import dev.tick.conformance.target.Capabilities;
import dev.tick.conformance.target.ConductKeys;
import dev.tick.conformance.target.ContractName;
import dev.tick.conformance.target.TargetFile;
import dev.tick.conformance.target.TargetFiles;
import dev.tick.conformance.verdict.FailOn;
import dev.tick.conformance.verdict.UntestedPolicy;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.text.NearestWord;
import java.io.IOException;
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
import java.util.TreeMap;
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
 * @param targetFile the file that names the remote server; empty where a URL does, or there is none
 * @param terms on which the run sends: pace, budget, whether it writes, and where it writes down what it creates
 * @param confirmed the tenant, or the host, that the user means; empty where nothing is said
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
        Optional<TargetFile> targetFile,
        Terms terms,
        Optional<String> confirmed,
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
            "in.flight",
            "pace",
            "budget",
            "read.only",
            TermsSettings.LEDGER,
            TermsSettings.WAIT,
            "confirm",
            "plan");

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
    private static final Set<String> NOT_REMOTE = Set.of(TargetFiles.STUB, NONE);
    /**
     * Reads the settings.
     *
     * @param properties such as {@code contract}, {@code target}, {@code capabilities}, {@code fail.on}, {@code strict}, {@code deviations},
     *     {@code baseline}, {@code requirements}, {@code explore}, {@code seed}, {@code share}, {@code progress}, {@code ca},
     *     {@code deadline}, {@code in.flight}, {@code pace}, {@code budget}, {@code read.only}, {@code ledger}, {@code wait},
     *     {@code confirm}, {@code plan}; each holds in place of the same key of the target's file. Relative paths begin at
     *     {@code tick.top}
     * @param environment holds the tokens, the secrets that the target's file names, and the proxies of this machine
     * @throws InvalidSettingException for a value that cannot be used
     */
    public static Settings of(Map<String, String> properties, Map<String, String> environment) {
        properties.keySet().stream().sorted().forEach(Settings::refuseSlip);
        String target = properties.getOrDefault("target", TargetFiles.STUB).trim();
        Path top = Path.of(properties.getOrDefault("tick.top", "")).toAbsolutePath();
        Optional<TargetFile> file = NOT_REMOTE.contains(target) || !TargetFiles.isMeant(target)
                ? Optional.empty()
                : Optional.of(new TargetFiles(top).read(target, environment));
        Optional<Remote> remote = NOT_REMOTE.contains(target)
                ? Optional.empty()
                : Optional.of(RemoteSettings.of(target, file, properties, environment));
        FailOn failOn = word("fail.on", properties.getOrDefault("fail.on", "must"), FailOn.values());
        Optional<InputFile> baseline = named("baseline", properties, top);
        if (failOn == FailOn.NEW && baseline.isEmpty()) {
            throw new InvalidSettingException("fail.on: 'new' needs a baseline to tell what is new;"
                    + " name the results.json of an earlier run as baseline, or use must");
        }
        return new Settings(
                contract(properties, file, top),
                task(target, properties),
                remote,
                failOn,
                truth("strict", properties) ? UntestedPolicy.FAIL_UNTESTED : UntestedPolicy.SHOW_UNTESTED,
                directory(properties.getOrDefault("tick.directory", DIRECTORY)),
                named("deviations", properties, top)
                        .or(() -> file.flatMap(TargetFile::deviations))
                        .or(() -> file.flatMap(one -> listed(one.name(), top)))
                        .or(() -> listed(
                                remote.map(one -> one.baseUrl().getHost()).orElse(TargetFiles.STUB), top)),
                baseline,
                Optional.ofNullable(properties.get("requirements")).map(Settings::words),
                ExplorationSettings.of(properties),
                truth("share", properties) ? Redaction.MASKED : Redaction.PRIVATE,
                word("progress", properties.getOrDefault("progress", "auto"), ProgressMode.values()),
                named("ca", properties, top).map(Settings::certificates).or(() -> file.flatMap(TargetFile::ca)),
                deadline(properties, file),
                inFlight(properties),
                file,
                TermsSettings.of(properties, environment, remote, file, conduct(properties, remote, file)),
                Optional.ofNullable(properties.get("confirm")).map(String::trim),
                remote.isPresent() ? proxies(environment, file) : Proxies.none());
    }

    private static Proxies proxies(Map<String, String> environment, Optional<TargetFile> file) {
        try {
            return file.flatMap(TargetFile::proxy).map(Proxies::through).orElseGet(() -> Proxies.of(environment));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(String.valueOf(e.getMessage()));
        }
    }

    /** Reads the settings of a clean-up: those of a run that has a ledger, wherever its target is. */
    public static Settings ofLeftovers(Map<String, String> properties, Map<String, String> environment) {
        Map<String, String> own = new TreeMap<>(properties);
        own.put(
                TermsSettings.LEDGER,
                TermsSettings.ledgers(properties, environment).toString());
        return of(own, environment);
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
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new InvalidSettingException(
                    "tick.directory: '" + directory + "' is a file; name a folder that can be written to");
        }
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

    private static Duration deadline(Map<String, String> properties, Optional<TargetFile> file) {
        return number("deadline", "of minutes", properties, DAY, 60)
                .map(Duration::ofMinutes)
                .or(() -> file.flatMap(TargetFile::deadline))
                .orElse(DEADLINE);
    }

    /** Returns the pace and budget towards the target, and whether the run writes. */
    public Conduct conduct() {
        return terms.conduct();
    }

    private static Conduct conduct(Map<String, String> properties, Optional<Remote> remote, Optional<TargetFile> file) {
        Conduct usual = file.map(TargetFile::conduct)
                .orElseGet(() ->
                        remote.map(one -> ConductKeys.usual(one.baseUrl())).orElseGet(Conduct::ofOwn));
        return ConductKeys.of(
                usual,
                number("pace", "of requests a minute", properties, ConductKeys.MOST, 100),
                number("budget", "of requests", properties, ConductKeys.MOST, 1500),
                Optional.ofNullable(properties.get("read.only"))
                        .map(text -> truth("read.only", properties) ? Writing.READ_ONLY : Writing.ALLOWED));
    }

    static Optional<Integer> number(String key, String what, Map<String, String> properties, int most, int example) {
        return Optional.ofNullable(properties.get(key)).map(text -> {
            int number = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
            if (number < 1 || number > most) {
                throw new InvalidSettingException(key + ": '" + text + "' is no number " + what + " from 1 to " + most
                        + "; use, say, " + example);
            }
            return number;
        });
    }

    private static InFlight inFlight(Map<String, String> properties) {
        return InFlight.upTo(number("in.flight", "of requests", properties, MOST_IN_FLIGHT, InFlight.DEFAULT)
                .orElse(InFlight.DEFAULT));
    }

    private static Task task(String target, Map<String, String> properties) {
        boolean plan = truth("plan", properties);
        if (target.equals(NONE) && plan) {
            throw new InvalidSettingException(
                    "plan: there is no target to plan a run on; name one, or leave the setting out");
        }
        return plan ? Task.PLAN : target.equals(NONE) ? Task.COVERAGE : Task.VERIFY;
    }

    /** Returns the name of a contract that comes with the kit, or the path of a folder. */
    private static String contract(Map<String, String> properties, Optional<TargetFile> file, Path top) {
        Optional<String> own = Optional.ofNullable(properties.get("contract"));
        if (own.isEmpty() && file.flatMap(TargetFile::contract).isPresent()) {
            return file.flatMap(TargetFile::contract).get();
        }
        try {
            return ContractName.of(own.orElse("tiindicators").trim(), top);
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

    /** Returns the word by which users declare a capability, such as {@code get}. */
    public static String capability(Effect effect) {
        return Capabilities.word(effect);
    }

    /** Returns the kinds of token that the run has or can have: those at hand, and those of the file's credentials. */
    public Set<TokenKind> kinds() {
        Set<TokenKind> kinds = EnumSet.noneOf(TokenKind.class);
        remote.ifPresent(one -> kinds.addAll(one.tokens().keySet()));
        targetFile.ifPresent(file -> kinds.addAll(file.credentials().keySet()));
        return kinds;
    }

    /** Returns these settings with tokens that were issued for the credentials of the target's file. */
    public Settings holding(Map<TokenKind, String> tokens, TokenOrigin origin) {
        return new Settings(
                contract,
                task,
                remote.map(one -> new Remote(one.baseUrl(), one.capabilities(), tokens, origin)),
                failOn,
                untestedPolicy,
                directory,
                deviations,
                baseline,
                requirements,
                exploration,
                redaction,
                progressMode,
                ca,
                deadline,
                inFlight,
                targetFile,
                terms,
                confirmed,
                proxies);
    }

    /**
     * Refuses a run on a server that is not on this machine, unless the user has said whose it is.
     *
     * @throws InvalidSettingException with the option to add
     */
    public void requireConfirmation() {
        remote.ifPresent(one -> new Confirmation(one, targetFile).check(confirmed));
    }

    static boolean truth(String key, Map<String, String> properties) {
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
