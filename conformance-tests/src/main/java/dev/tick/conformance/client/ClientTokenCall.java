package dev.tick.conformance.client;

import java.time.Instant;
import java.util.Optional;

/**
 * A call of the token endpoint, as the journal has it; no secret is in it.
 *
 * @param number counts the calls of a scenario, those of the service among them
 * @param time when it came
 * @param status of the answer
 * @param problem why there was no token, in words; empty where there was one
 * @param step the step of the scenario that it met, as it was written; empty for none
 */
public record ClientTokenCall(long number, Instant time, int status, Optional<String> problem, Optional<String> step) {}
