package dev.tick.stub.state;

import static java.util.Objects.requireNonNull;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.TokenRules;
import dev.tick.stub.access.Caller;
import dev.tick.stub.access.Privileges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Privileges in the memory of this process. */
final class InMemoryPrivileges implements PrivilegeStore {
    /** The applications served first; later ones are not counted. A tenant has a handful. */
    private static final int MAX_APPLICATIONS = 10_000;

    private final Map<Holder, Used> holders = new LinkedHashMap<>();

    private record Holder(String application, Caller.Kind kind) {}

    /** Calls of one operation with one reach. */
    private record Use(String operation, Caller.Visibility reached) {}

    /** Calls, roles and scopes of one holder. */
    private record Used(Map<Use, Long> calls, Map<String, TokenRules> rules, Set<String> held) {
        Used() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
        }
    }

    @Override
    public void count(Caller caller, Operation operation, Caller.Visibility reached, List<String> held) {
        Holder holder = new Holder(caller.application(), caller.kind());
        synchronized (this) {
            if (holders.size() >= MAX_APPLICATIONS && !holders.containsKey(holder)) {
                return;
            }
            Used used = holders.computeIfAbsent(holder, one -> new Used());
            used.calls().merge(new Use(operation.id(), reached), 1L, Long::sum);
            used.rules().putIfAbsent(operation.id(), operation.tokens());
            used.held().addAll(held);
        }
    }

    @Override
    public List<Privileges> all() {
        synchronized (this) {
            return holders.entrySet().stream()
                    .map(one -> privileges(one.getKey(), one.getValue()))
                    .toList();
        }
    }

    /** Forgets every call. */
    void clear() {
        synchronized (this) {
            holders.clear();
        }
    }

    private static Privileges privileges(Holder holder, Used used) {
        List<Privileges.Need> needs = new ArrayList<>();
        used.calls()
                .forEach((use, calls) -> needs.add(new Privileges.Need(
                        use.operation(),
                        sufficient(requireNonNull(used.rules().get(use.operation())), holder.kind(), use.reached()),
                        calls)));
        Privileges.Bearer bearer = switch (holder.kind()) {
            case APPLICATION -> Privileges.Bearer.APPLICATION;
            case USER -> Privileges.Bearer.USER;
        };
        return new Privileges(holder.application(), bearer, needs, List.copyOf(used.held()));
    }

    /** Returns the words of which one suffices; those that reach the whole tenant last. */
    private static List<String> sufficient(TokenRules rules, Caller.Kind kind, Caller.Visibility reached) {
        List<String> wide =
                rules.roles().stream().filter(rules.tenantWideRoles()::contains).toList();
        List<String> narrow =
                rules.roles().stream().filter(role -> !wide.contains(role)).toList();
        return switch (kind) {
            case USER -> rules.scopes();
            case APPLICATION ->
                switch (reached) {
                    case TENANT -> wide;
                    case OWN -> joined(narrow, wide);
                };
        };
    }

    private static List<String> joined(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
