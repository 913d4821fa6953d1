package dev.tick.laws.walk;

import com.sun.jdi.Bootstrap;
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
import com.sun.jdi.request.MethodEntryRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** A debugger that starts {@link WalkSubject} and hears of every method of ours that is entered during the walk. */
final class WalkRecorder {
    private static final long PATIENCE = Duration.ofMinutes(2).toMillis();

    private final WalkKind kind;
    private final Consumer<MethodEntryEvent> listener;
    private long mainThread;
    private boolean isOver;

    WalkRecorder(WalkKind kind, Consumer<MethodEntryEvent> listener) {
        this.kind = kind;
        this.listener = listener;
    }

    /**
     * Runs the walk.
     *
     * @throws IllegalStateException if it does not end, or ends before it was walked
     */
    void record() throws IOException {
        VirtualMachine vm = started();
        ClassPrepareRequest prepared = vm.eventRequestManager().createClassPrepareRequest();
        prepared.addClassFilter(WalkSubject.class.getName());
        prepared.enable();
        MethodEntryRequest entries = vm.eventRequestManager().createMethodEntryRequest();
        entries.addClassFilter("dev.tick.*");
        entries.setSuspendPolicy(EventRequest.SUSPEND_NONE);
        try {
            while (!isOver) {
                EventSet events = vm.eventQueue().remove(PATIENCE);
                if (events == null) {
                    vm.exit(1);
                    throw new IllegalStateException(kind + ": the walk did not end in " + PATIENCE + " ms");
                }
                events.forEach(event -> take(event, entries));
                events.resume();
            }
            vm.exit(0);
        } catch (VMDisconnectedException e) {
            throw new IllegalStateException(kind + ": " + told(vm.process()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(kind + ": interrupted", e);
        }
    }

    private static String told(Process process) {
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

    private void take(Event event, MethodEntryRequest entries) {
        if (event instanceof ClassPrepareEvent prepared) {
            breakAt(prepared.referenceType(), "begin");
            breakAt(prepared.referenceType(), "end");
        } else if (event instanceof BreakpointEvent at) {
            mainThread = at.thread().uniqueID();
            isOver = at.location().method().name().equals("end");
            entries.setEnabled(!isOver);
        } else if (event instanceof MethodEntryEvent entry) {
            if ((entry.thread().uniqueID() == mainThread) != kind.isOfServer()) {
                listener.accept(entry);
            }
        } else if (event instanceof VMDeathEvent) {
            throw new VMDisconnectedException("ended before the walk");
        }
    }

    private static void breakAt(ReferenceType type, String method) {
        BreakpointRequest request = type.virtualMachine()
                .eventRequestManager()
                .createBreakpointRequest(type.methodsByName(method).get(0).location());
        request.enable();
    }
}
