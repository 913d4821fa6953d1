package dev.tick.stub;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import dev.tick.stub.service.Strictness;
import java.time.Clock;

/**
 * How a stub is to be started.
 *
 * @param contract what it serves
 * @param register which statement each part of the contract rests on
 * @param port the TCP port on 127.0.0.1; 0 for a free one
 * @param clock tells when tokens expire, entities are created and instants have passed
 * @param strictness what becomes of violations that nobody has seen the service refuse
 * @param capacity how many entities there may be at a time, of all applications
 */
public record StubOptions(
        Contract contract, Register register, int port, Clock clock, Strictness strictness, int capacity) {
    private static final int MAX_PORT = 65_535;

    /** Bounds the memory of a stub in a test, far beyond what a tenant takes: about 1 KB each. */
    private static final int DEFAULT_CAPACITY = 100_000;

    /** Checks the port and the capacity. */
    public StubOptions {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port: expected 0 to " + MAX_PORT + ", got " + port);
        }
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: expected 1 or more, got " + capacity);
        }
    }

    /** A contract of the class path on a free port, with the system's clock, recording what is open. */
    public static StubOptions of(String name) {
        Contract contract = Contract.load(name);
        return of(contract, Register.load(name, contract));
    }

    /** A contract on a free port, with the system's clock, recording what is open. */
    public static StubOptions of(Contract contract, Register register) {
        return new StubOptions(contract, register, 0, Clock.systemUTC(), Strictness.RECORD_OPEN, DEFAULT_CAPACITY);
    }

    /** The same on this port. */
    public StubOptions withPort(int newPort) {
        return new StubOptions(contract, register, newPort, clock, strictness, capacity);
    }

    /** The same with this clock. */
    public StubOptions withClock(Clock newClock) {
        return new StubOptions(contract, register, port, newClock, strictness, capacity);
    }

    /** The same with this strictness. */
    public StubOptions withStrictness(Strictness newStrictness) {
        return new StubOptions(contract, register, port, clock, newStrictness, capacity);
    }

    /** The same with room for so many entities, of all applications. */
    public StubOptions withCapacity(int newCapacity) {
        return new StubOptions(contract, register, port, clock, strictness, newCapacity);
    }
}
