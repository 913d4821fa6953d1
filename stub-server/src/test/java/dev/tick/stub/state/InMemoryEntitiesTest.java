package dev.tick.stub.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tick.spec.contract.Contract;
import dev.tick.stub.TestClock;
import dev.tick.stub.access.Caller;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.odata.Query;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** When entities end and whether there is room for more; what a client sees of it is tested by IndicatorsTest. */
class InMemoryEntitiesTest {
    private static final String NEVER = "";
    private static final String FUTURE = "2026-01-01T00:00:10.0000001Z";

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
    private final EntityMapping mapping = new EntityMapping(Contract.load("tiindicators"));
    private final InMemoryEntities entities = new InMemoryEntities(clock, 3);

    @Test
    void anEntityEndsAtItsInstantAndNotBefore() {
        entities.submit(mapping, Caller.application("a"), entity("x", FUTURE));
        clock.move(Duration.ofSeconds(10));
        assertEquals(List.of("x"), listed("a"));
        clock.move(Duration.ofNanos(99));
        assertEquals(List.of("x"), listed("a"));
        clock.move(Duration.ofNanos(1));
        assertEquals(List.of(), listed("a"));
        assertEquals(new OperationResult.NotFound("x"), entities.read(mapping, Caller.application("a"), "x"));
        assertEquals(
                new OperationResult.NotFound("x"),
                entities.change(mapping, Caller.application("a"), "x", change(NEVER)));
        assertEquals(new OperationResult.Page(List.of()), entities.listOfAll(mapping));
        assertEquals(new OperationResult.Page(List.of()), entities.listOfOriginals(mapping, Caller.application("a")));
    }

    @Test
    void anOffsetCountsTowardsTheInstant() {
        entities.submit(mapping, Caller.application("a"), entity("x", "2026-01-01T02:00:10+02:00"));
        clock.move(Duration.ofSeconds(10));
        assertEquals(List.of(), listed("a"));
    }

    @Test
    void aSubmitAfterTheEndCreatesAnew() {
        JsonNode first = done(entities.submit(mapping, Caller.application("a"), entity("x", FUTURE)));
        entities.submit(mapping, Caller.application("a"), entity("y", NEVER));
        clock.move(Duration.ofSeconds(11));
        JsonNode again = done(entities.submit(mapping, Caller.application("a"), entity("x", NEVER, "Allowed")));
        assertEquals(
                "2026-01-01T00:00:00Z", first.path("creationTimeDateTimeUtc").asString());
        assertEquals(
                "2026-01-01T00:00:11Z", again.path("creationTimeDateTimeUtc").asString());
        assertEquals(List.of("y", "x"), listed("a"));
        assertEquals("Allowed", originals("a").get(1).path("action").asString());
    }

    @Test
    void aChangeOrASecondSubmitMovesTheEnd() {
        for (String name : List.of("later", "never", "sooner")) {
            entities.submit(mapping, Caller.application("a"), entity(name, FUTURE));
        }
        entities.change(mapping, Caller.application("a"), "later", change("2026-01-01T00:01:00Z"));
        entities.submit(mapping, Caller.application("a"), entity("never", NEVER));
        entities.change(mapping, Caller.application("a"), "sooner", change("2026-01-01T00:00:05Z"));
        clock.move(Duration.ofSeconds(6));
        assertEquals(List.of("later", "never"), listed("a"));
        clock.move(Duration.ofSeconds(6));
        assertEquals(List.of("later", "never"), listed("a"));
        clock.move(Duration.ofDays(10_000));
        assertEquals(List.of("never"), listed("a"));
    }

    @Test
    void oneOfTwoApplicationsEndsAlone() {
        entities.submit(mapping, Caller.application("a"), entity("x", FUTURE));
        entities.submit(mapping, Caller.application("b"), entity("x", NEVER));
        clock.move(Duration.ofSeconds(11));
        assertEquals(List.of(), listed("a"));
        assertEquals(List.of("x"), listed("b"));
    }

    @Test
    void ofTwoEntitiesOfAnIdentityEachEndsAlone() {
        EntityMapping today = new EntityMapping(Contract.load("indicators"));
        Caller caller = Caller.application("a");
        for (String action : List.of("Alert", "Block", "Allowed")) {
            entities.submit(today, caller, today(action, action.equals("Block") ? NEVER : FUTURE));
        }
        assertEquals(
                new OperationResult.CapacityReached(3), entities.submit(today, caller, today("Audit", NEVER)));
        entities.submit(today, caller, today("Allowed", NEVER));
        clock.move(Duration.ofSeconds(11));
        assertEquals(
                List.of("Block", "Allowed"),
                entities.list(today, caller, Query.all(), Long.MAX_VALUE).entities().stream()
                        .map(entity -> entity.path("action").asString())
                        .toList());
        entities.forget(today, caller, today("Audit", NEVER));
        assertEquals(2, entities.size());
        entities.forget(today, caller, today("Block", NEVER));
        assertEquals("3", done(entities.read(today, caller, "3")).path("id").asString());
        assertEquals(1, entities.size());
    }

    private static ObjectNode today(String action, String expires) {
        ObjectNode submitted = JsonNodeFactory.instance.objectNode();
        submitted.put("indicatorValue", "x").put("indicatorType", "DomainName").put("action", action);
        return submitted.put("expirationTime", expires.isEmpty() ? null : expires);
    }

    /** Whoever breaks the service on purpose wants to find it. */
    @Test
    void whatHadEndedWhenAFaultLetItInStays() {
        entities.submit(mapping, Caller.application("a"), entity("x", "2025-01-01T00:00:00Z"));
        assertEquals(List.of("x"), listed("a"));
    }

    @Test
    void isFullOverAllApplicationsAndStillUpdates() {
        entities.submit(mapping, Caller.application("a"), entity("x", FUTURE));
        entities.submit(mapping, Caller.application("a"), entity("y", NEVER));
        entities.submit(mapping, Caller.application("b"), entity("x", NEVER));
        assertEquals(
                new OperationResult.CapacityReached(3),
                entities.submit(mapping, Caller.application("b"), entity("z", NEVER)));
        assertEquals(
                new OperationResult.CapacityReached(3),
                entities.submit(mapping, Caller.application("c"), entity("x", NEVER)));
        assertEquals(List.of("x"), listed("b"));
        assertInstanceOf(
                OperationResult.Entity.class, entities.submit(mapping, Caller.application("b"), entity("x", NEVER)));
        assertInstanceOf(
                OperationResult.Conflict.class,
                entities.submit(mapping, Caller.application("b"), entity("x", NEVER, "Allowed")));
        assertInstanceOf(
                OperationResult.Entity.class, entities.change(mapping, Caller.application("a"), "y", change(NEVER)));
        clock.move(Duration.ofSeconds(11));
        assertInstanceOf(
                OperationResult.Entity.class, entities.submit(mapping, Caller.application("b"), entity("z", NEVER)));
        assertEquals(
                new OperationResult.CapacityReached(3),
                entities.submit(mapping, Caller.application("a"), entity("x", NEVER)));
        entities.clear();
        assertInstanceOf(
                OperationResult.Entity.class, entities.submit(mapping, Caller.application("a"), entity("x", NEVER)));
    }

    @Test
    void anAnswerIsNoWayIntoTheState() {
        ObjectNode answered = done(entities.submit(mapping, Caller.application("a"), entity("x", NEVER)));
        answered.put("title", "other");
        done(entities.read(mapping, Caller.application("a"), "x")).put("title", "other");
        done(entities.change(mapping, Caller.application("a"), "x", change(NEVER)))
                .put("title", "other");
        assertEquals(
                "null",
                done(entities.read(mapping, Caller.application("a"), "x"))
                        .path("title")
                        .toString());
    }

    @Test
    void aChangeIsNotSeenInWhatWasFirstSubmitted() {
        entities.submit(mapping, Caller.application("a"), entity("x", NEVER));
        entities.change(mapping, Caller.application("a"), "x", change(FUTURE));
        assertEquals("null", originals("a").get(0).path("expirationTime").toString());
        ObjectNode forced = done(entities.read(mapping, Caller.application("a"), "x"));
        forced.put("action", "Allowed");
        entities.force(mapping, Caller.application("a"), "x", forced);
        assertEquals(
                "Allowed",
                done(entities.read(mapping, Caller.application("a"), "x"))
                        .path("action")
                        .asString());
        assertEquals("Alert", originals("a").get(0).path("action").asString());
    }

    private List<String> listed(String caller) {
        return entities.list(mapping, Caller.application(caller), Query.all(), Long.MAX_VALUE).entities().stream()
                .map(entity -> entity.path("indicator").asString())
                .toList();
    }

    private List<ObjectNode> originals(String caller) {
        return entities.listOfOriginals(mapping, Caller.application(caller)).entities();
    }

    private static ObjectNode done(OperationResult outcome) {
        return assertInstanceOf(OperationResult.Entity.class, outcome).entity();
    }

    private static ObjectNode entity(String indicator, String expiration) {
        return entity(indicator, expiration, "Alert");
    }

    private static ObjectNode entity(String indicator, String expiration, String action) {
        return change(expiration).put("indicator", indicator).put("action", action);
    }

    private static ObjectNode change(String expiration) {
        ObjectNode change = JsonMapper.shared().createObjectNode();
        return expiration.equals(NEVER) ? change : change.put("expirationTime", expiration);
    }
}
