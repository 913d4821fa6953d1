package dev.tick.laws.walk;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.connect.VMStartException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.EventRequestManager;
import com.sun.jdi.request.MethodEntryRequest;
import dev.tick.spec.document.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A debugger that starts {@link WalkSubject} and hears of every class of ours whose code runs during the walk. Each class is
 * reported at its first entry and then left out: with events for each call, a walk would take minutes.
 */
final class WalkRecorder {
    private static final long PATIENCE = Duration.ofMinutes(2).toMillis();

    private final WalkKind kind;
    private final Set<String> classes = new LinkedHashSet<>();
    private Optional<MethodEntryRequest> entries = Optional.empty();
    private int parses;
    private boolean isWalking;
    private boolean isOver;

    WalkRecorder(WalkKind kind) {
        this.kind = kind;
    }

    /**
     * Runs the walk in a process of its own.
     *
     * @throws IllegalStateException if it does not end, or ends before it was walked
     */
    Walk record() throws IOException {
        VirtualMachine vm = started();
        for (Class<?> watched : List.of(WalkSubject.class, Json.class)) {
            ClassPrepareRequest prepared = vm.eventRequestManager().createClassPrepareRequest();
            prepared.addClassFilter(watched.getName());
            prepared.enable();
        }
        try {
            while (!isOver) {
                EventSet events = vm.eventQueue().remove(PATIENCE);
                if (events == null) {
                    vm.exit(1);
                    throw new IllegalStateException(kind + ": the walk did not end in " + PATIENCE + " ms");
                }
                events.forEach(this::take);
                events.resume();
            }
            vm.process().destroy();
            return new Walk(kind, List.copyOf(classes), parses);
        } catch (VMDisconnectedException e) {
            throw new IllegalStateException(kind + ": " + errors(vm.process()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(kind + ": interrupted", e);
        }
    }

    private static String errors(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private VirtualMachine started() throws IOException {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        argument(arguments, "main", WalkSubject.class.getName() + " " + kind.name());
        argument(
                arguments,
                "options",
                "-cp \"" + ManagementFactory.getRuntimeMXBean().getClassPath() + "\"");
        try {
            return connector.launch(arguments);
        } catch (IllegalConnectorArgumentsException | VMStartException e) {
            throw new IllegalStateException("no Java process can be started to walk in", e);
        }
    }

    private static void argument(Map<String, Connector.Argument> arguments, String name, String value) {
        Connector.Argument argument = arguments.get(name);
        if (argument == null) {
            throw new IllegalStateException("this JDK's debugger has no argument '" + name + "'");
        }
        argument.setValue(value);
    }

    private void take(Event event) {
        if (event instanceof ClassPrepareEvent prepared) {
            prepare(prepared.referenceType());
        } else if (event instanceof BreakpointEvent at) {
            reached(at);
        } else if (event instanceof MethodEntryEvent entry) {
            enter(entry.method().declaringType());
        } else if (event instanceof VMDeathEvent) {
            throw new VMDisconnectedException("ended before the walk");
        }
    }

    private void prepare(ReferenceType type) {
        if (type.name().equals(WalkSubject.class.getName())) {
            breakAt(type, "begin");
            breakAt(type, "end");
            return;
        }
        if (type.name().equals(Json.class.getName())) {
            breakAt(type, "read");
        }
        if (isWalking
                && kind.isCold()
                && kind.leftOut().stream().noneMatch(prefix -> type.name().startsWith(prefix + "."))) {
            classes.add(top(type));
        }
    }

    private static String top(ReferenceType type) {
        return type.name().contains("$") ? type.name().substring(0, type.name().indexOf('$')) : type.name();
    }

    private void reached(BreakpointEvent at) {
        switch (at.location().method().name()) {
            case "begin" -> {
                isWalking = true;
                EventRequestManager manager = at.virtualMachine().eventRequestManager();
                if (kind.isCold()) {
                    ClassPrepareRequest prepared = manager.createClassPrepareRequest();
                    prepared.addClassFilter("dev.tick.*");
                    prepared.enable();
                } else {
                    watch(manager);
                }
            }
            case "end" -> isOver = true;
            default -> parses += isWalking ? 1 : 0;
        }
    }

    private void enter(ReferenceType type) {
        if (classes.add(top(type))) {
            watch(type.virtualMachine().eventRequestManager());
        }
    }

    /** Asks for the entries into classes that were not entered yet; filters of a request cannot change while it is on. */
    private void watch(EventRequestManager manager) {
        entries.ifPresent(manager::deleteEventRequest);
        MethodEntryRequest next = manager.createMethodEntryRequest();
        next.addClassFilter("dev.tick.*");
        kind.leftOut().forEach(prefix -> next.addClassExclusionFilter(prefix + ".*"));
        classes.forEach(name -> {
            next.addClassExclusionFilter(name);
            next.addClassExclusionFilter(name + "$*");
        });
        next.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        next.enable();
        entries = Optional.of(next);
    }

    private static void breakAt(ReferenceType type, String name) {
        for (Method method : type.methodsByName(name)) {
            BreakpointRequest request =
                    type.virtualMachine().eventRequestManager().createBreakpointRequest(method.location());
            request.enable();
        }
    }
}
