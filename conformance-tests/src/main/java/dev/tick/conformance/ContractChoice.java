package dev.tick.conformance;

import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.conduct.Interruption;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.rehearsal.Rehearsal;
import dev.tick.conformance.report.ResultFolder;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.settings.Task;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.target.TargetFile;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.NearestWord;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The contracts that a target is held to: the one that is set; else those of the named requirements, or that of the baseline; else
 * every contract for the stub, for a URL the one that it serves, and without a target today's.
 *
 * @param runs one for each contract, today's first; each of several has a folder of its own
 * @param notes how the choice came about, for people; empty where the settings say it
 */
public record ContractChoice(List<ContractRun> runs, List<String> notes) {
    private static final String CONTRACT = "contract";
    private static final String DIRECTORY = "tick.directory";
    private static final String REQUIREMENTS = "requirements";

    /** Copies the lists. */
    public ContractChoice {
        runs = List.copyOf(runs);
        notes = List.copyOf(notes);
    }

    /**
     * Reads the settings of all runs. A server at a URL is asked which contract it serves, by one sound submit at the path of each,
     * once every file and folder of the settings can be used; otherwise nothing is sent.
     *
     * @throws InvalidSettingException for a value that cannot be used; nothing was sent
     */
    public static ContractChoice of(Map<String, String> properties, Map<String, String> environment, Clock clock) {
        return new Reader(properties, environment).choice(clock);
    }

    private static List<String> todayFirst() {
        List<String> names = new ArrayList<>(Specification.names());
        Collections.reverse(names);
        return names;
    }

    /** Reads the settings of one run after the other. */
    private record Reader(Map<String, String> properties, Map<String, String> environment) {
        ContractChoice choice(Clock clock) {
            Settings first = Settings.of(properties, environment);
            if (first.task() == Task.VERIFY) {
                first.requireConfirmation();
            }
            if (properties.containsKey(CONTRACT)
                    || first.targetFile().flatMap(TargetFile::contract).isPresent()) {
                return one(first);
            }
            if (first.task() == Task.COVERAGE) {
                return one(with(Map.of(CONTRACT, todayFirst().get(0))));
            }
            if (first.requirements().isPresent()) {
                return ofRequirements(first.requirements().get());
            }
            if (first.baseline().isPresent()) {
                return ofBaseline(first.baseline().get());
            }
            if (first.task() == Task.PLAN) {
                return planned(first);
            }
            return first.remote().isPresent() ? served(first, clock) : each(todayFirst());
        }

        /** A plan asks nobody, so that it shows the run against each contract. */
        private ContractChoice planned(Settings first) {
            return new ContractChoice(
                    each(todayFirst()).runs(),
                    first
                            .remote()
                            .map(remote ->
                                    "The run begins by one sound submit at the path of each contract, to learn which"
                                            + " one " + remote.name() + " serves; then one of these plans holds")
                            .stream()
                            .toList());
        }

        private ContractChoice served(Settings settings, Clock clock) {
            if (settings.conduct().writing() == Writing.READ_ONLY) {
                throw new InvalidSettingException(
                        "contract: not given, and a run that only reads cannot ask by a submit which"
                                + " one the target serves; name it, one of " + todayFirst());
            }
            // Whichever is served, the run must be able to begin: a submit may stay on the target.
            ready(
                    todayFirst().stream()
                            .map(name -> ContractRun.of(with(Map.of(CONTRACT, name))))
                            .toList(),
                    clock);
            Settings asking = IssuedTokens.of(settings, Set.of(TokenKind.SOUND), clock, new Interruption()::pause)
                    .settings();
            RecognizedContract found =
                    RecognizedContract.ask(asking.remote().orElseThrow(), asking, todayFirst(), clock);
            Settings own = with(Map.of(CONTRACT, found.name()));
            return new ContractChoice(
                    List.of(new ContractRun(own, found.hindrance(), found.questions())),
                    found.note().stream().toList());
        }

        private ContractChoice ofBaseline(InputFile baseline) {
            String name = Snapshot.contract(baseline).orElse(todayFirst().get(0));
            return one(with(Map.of(CONTRACT, name)));
        }

        /** No two contracts share an id, so the ids tell the contracts. */
        private ContractChoice ofRequirements(Set<String> ids) {
            Map<String, Set<String>> checked = new LinkedHashMap<>();
            for (String name : todayFirst()) {
                Register register = Specification.load(name).register();
                checked.put(
                        name, register.checked().stream().map(Requirement::id).collect(Collectors.toSet()));
            }
            Set<String> known = checked.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
            ids.stream().filter(id -> !known.contains(id)).sorted().findFirst().ifPresent(id -> {
                throw new InvalidSettingException("requirements: '" + id + "' has no check in any contract"
                        + NearestWord.hint(id, known.stream().sorted().toList())
                        + "; name others, or leave the setting out");
            });
            Map<String, String> own = new LinkedHashMap<>();
            checked.forEach((name, all) -> {
                String some = ids.stream().filter(all::contains).sorted().collect(Collectors.joining(","));
                if (!some.isEmpty() || ids.isEmpty()) {
                    own.put(name, some);
                }
            });
            List<Settings> settings = new ArrayList<>();
            own.forEach((name, some) -> settings.add(
                    own.size() == 1
                            ? with(Map.of(CONTRACT, name, REQUIREMENTS, some))
                            : with(Map.of(CONTRACT, name, REQUIREMENTS, some, DIRECTORY, folder(name)))));
            return many(settings);
        }

        private ContractChoice each(List<String> names) {
            return many(names.stream()
                    .map(name -> with(Map.of(CONTRACT, name, DIRECTORY, folder(name))))
                    .toList());
        }

        private String folder(String contract) {
            return Path.of(properties.getOrDefault(DIRECTORY, Settings.DIRECTORY))
                    .resolve(contract)
                    .toString();
        }

        private Settings with(Map<String, String> more) {
            Map<String, String> all = new TreeMap<>(properties);
            all.putAll(more);
            return Settings.of(all, environment);
        }
    }

    private static ContractChoice one(Settings settings) {
        return many(List.of(settings));
    }

    private static ContractChoice many(List<Settings> settings) {
        return new ContractChoice(settings.stream().map(ContractRun::of).toList(), List.of());
    }

    /** Reads every file of runs, and makes their folders; sends nothing. Where one cannot be used, the folders say so. */
    private static void ready(List<ContractRun> runs, Clock clock) {
        runs.forEach(run -> run.settings().makeDirectory());
        runs.forEach(run -> new ResultFolder(run.settings().directory()).refuseFolders());
        try {
            runs.forEach(run -> Verifier.of(run.settings().contract(), clock).check(run.settings()));
        } catch (RuntimeException | Error e) {
            runs.forEach(run -> Verifier.abandon(run.settings(), e));
            throw e;
        }
    }

    /** Removes the results of earlier runs before the first of several begins; a single run does so itself. */
    void begin(Clock clock) {
        if (isOfMany()) {
            Settings.makeDirectory(above());
            new ResultFolder(above()).refuseFolders();
            ready(runs, clock);
            new ResultFolder(above()).begin(Optional.empty());
            runs.forEach(run -> new ResultFolder(run.settings().directory()).begin(Optional.empty()));
        }
    }

    /** Says in each folder why the runs ended early; what an earlier one of them wrote is no result of the whole. */
    void abandon(Throwable reason) {
        if (isOfMany()) {
            Verifier.abandon(above(), runs.get(0).settings().baseline().map(InputFile::path), reason);
            runs.forEach(run -> Verifier.abandon(run.settings(), reason));
        }
    }

    /** Writes what is checked of each contract, and how it is known that the checks work; sends nothing. */
    public void describe(Clock clock, PrintStream out) {
        for (ContractRun run : runs) {
            Verifier.of(run.settings().contract(), clock).describe(run.settings(), out);
        }
    }

    /** Plays each run against a stub of this process; the target receives nothing. */
    public List<Rehearsal> rehearse(Clock clock, Function<ContractRun, Progress> progress) {
        return runs.stream()
                .map(run -> Verifier.of(run.settings().contract(), clock).rehearse(run.settings(), progress.apply(run)))
                .toList();
    }

    /** Sums up the runs of several contracts above their folders. */
    public void end(List<Verification> done) {
        if (isOfMany()) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < done.size(); i++) {
                String contract = runs.get(i).settings().contract();
                lines.add("Verdict: " + done.get(i).report().verdict().title() + " (" + contract + "); see " + contract
                        + "/report.html");
            }
            new ResultFolder(above()).sum(lines);
        }
    }

    private Path above() {
        return Optional.ofNullable(
                        runs.get(0).settings().directory().toAbsolutePath().getParent())
                .orElseThrow();
    }

    /** Returns whether more than one contract is checked. */
    public boolean isOfMany() {
        return runs.size() > 1;
    }
}
