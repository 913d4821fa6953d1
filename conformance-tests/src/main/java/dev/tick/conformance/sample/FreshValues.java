package dev.tick.conformance.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values shaped like a given one, from what is reserved for documentation. No other run draws them, but for IPv4 addresses: only
 * 762 are reserved, so the target is asked which of them it holds.
 */
final class FreshValues {
    /** RFC 5737. */
    private static final List<String> NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");

    private static final int HOSTS = 254;
    private static final int ADDRESSES = NETWORKS.size() * HOSTS;

    /** Groups of an IPv6 address behind its prefix of two. */
    private static final int GROUPS = 4;

    private static final int DIGITS = 4;

    private final String run;
    private final Function<String, Availability> availability;
    private final int start;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger addresses = new AtomicInteger();
    private final Set<String> drawn = new HashSet<>();
    private final Set<String> doubtful = new HashSet<>();

    /**
     * Creates the values of one run.
     *
     * @param availability tells of an IPv4 address whether the target holds it
     */
    FreshValues(String run, Function<String, Availability> availability) {
        this.run = run;
        this.availability = availability;
        start = Math.floorMod(run.hashCode(), ADDRESSES);
    }

    /**
     * Returns candidates for a value like the example, the likeliest first; the last is plain text.
     *
     * @throws NoFreshValueException when the target holds every reserved IPv4 address
     */
    List<String> like(String example) {
        int number = count.incrementAndGet();
        String digest = digest(number);
        String name = "tick-" + run + "-" + number;
        List<String> candidates = new ArrayList<>();
        if (example.matches("[0-9A-Fa-f]{32,64}")) {
            candidates.add(digest.substring(0, example.length()));
        }
        if (example.matches("[0-9]+([.][0-9]+){3}")) {
            candidates.add(address());
        }
        if (example.matches("[0-9A-Fa-f:.]+")) {
            // RFC 3849; all eight groups, of which a server that rewrites addresses would leave two out.
            candidates.add("2001:db8:0:0:"
                    + IntStream.range(0, GROUPS)
                            .mapToObj(group -> group(digest, group * DIGITS))
                            .collect(Collectors.joining(":")));
        }
        if (example.contains("://")) {
            candidates.add("https://" + name + ".example/drop?file=1&step=a%20b+c");
        }
        candidates.add(name + ".example");
        candidates.add(name);
        drawn.addAll(candidates);
        return candidates;
    }

    /** Returns identities of many kinds like the example, each of which no other draw has. */
    List<KindOfText> kinds(String example) {
        List<KindOfText> kinds = fresh(example).like(example);
        kinds.forEach(one -> drawn.add(one.text()));
        return kinds;
    }

    /** Returns an identity like the example that is of all these kinds, and that no other draw has. */
    String of(String example, Set<SampleKind> kinds) {
        return drawn(fresh(example).of(example, kinds));
    }

    /** Returns an identity like {@link #of}, without asking the target: a plan is made before anything is sent. */
    String planned(String example, Set<SampleKind> kinds) {
        return drawn(next().of(example, kinds));
    }

    /** Returns identities of which the target holds none that another run may have drawn as well. */
    private IdentityKinds fresh(String example) {
        boolean scarce = IdentityKinds.Shape.of(example) == IdentityKinds.Shape.DOTTED;
        IdentityKinds identities = next();
        for (int i = 0; scarce && i < HOSTS && isTaken(identities.of(example, Set.of())); i++) {
            identities = next();
        }
        return identities;
    }

    private IdentityKinds next() {
        int number = count.incrementAndGet();
        return new IdentityKinds("tick-" + run + "-" + number, digest(number));
    }

    /** Returns whether the target holds what was planned without asking it; only of a scarce kind another run may have drawn the same. */
    boolean isHeld(String planned) {
        return IdentityKinds.Shape.of(planned) == IdentityKinds.Shape.DOTTED
                && availability.apply(planned) == Availability.TAKEN;
    }

    private boolean isTaken(String identity) {
        Availability found = drawn.contains(identity) ? Availability.TAKEN : availability.apply(identity);
        if (found == Availability.UNKNOWN) {
            doubtful.add(identity);
        }
        return found == Availability.TAKEN;
    }

    /** Returns a URL below a host that no other draw has, with this path. */
    String url(String path) {
        return drawn("https://tick-" + run + "-" + count.incrementAndGet() + ".example" + path);
    }

    /** Keeps in mind that a value is this run's. */
    String drawn(String value) {
        drawn.add(value);
        return value;
    }

    /** Returns whether a value was drawn by this run. */
    boolean isDrawn(String value) {
        return drawn.contains(value);
    }

    /** Returns whether a value was drawn although nobody could tell whether the target holds it. */
    boolean isDoubtful(String value) {
        return doubtful.contains(value);
    }

    private String address() {
        while (addresses.get() < ADDRESSES) {
            int host = (start + addresses.incrementAndGet()) % ADDRESSES;
            String address = NETWORKS.get(host / HOSTS) + (host % HOSTS + 1);
            if (!isTaken(address)) {
                return address;
            }
        }
        throw new NoFreshValueException("the target holds each of the " + ADDRESSES
                + " IPv4 addresses that are reserved for documentation, or this run used it; remove some of them");
    }

    private static String group(String digest, int at) {
        return Integer.toHexString(Integer.parseInt(digest.substring(at, at + DIGITS), 16) | 1);
    }

    private String digest(int number) {
        return RunDigests.of(run, number);
    }
}
