package dev.tick.stub.service;

import dev.tick.stub.mood.Temper;
import dev.tick.stub.quota.Quotas;
import dev.tick.stub.quota.ThrottleStyle;

/**
 * Under which conditions a contract is served.
 *
 * @param strictness what becomes of a request that breaks it
 * @param quotas how many calls are too many
 * @param style how a call too many is told so
 * @param capacity how many entities there may be, of all applications
 * @param pageSize how many entities a list holds at most, unless it is asked for a number
 * @param temper the mood that the service is in
 */
public record Conditions(
        Strictness strictness, Quotas quotas, ThrottleStyle style, int capacity, long pageSize, Temper temper) {}
