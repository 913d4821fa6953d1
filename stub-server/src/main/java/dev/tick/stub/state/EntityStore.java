package dev.tick.stub.state;

import dev.tick.stub.access.Caller;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.odata.Query;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entities of a tenant, whichever contract they came by; each method takes the mapping of the contract that asks. A caller
 * reaches the entities of its own application (the list page says so; reading, changing and removing follow it), unless its role
 * reaches the whole tenant.
 *
 * <p>Every method is one atomic step, a batch as a whole included: it sees the entities of one instant, from which those that have
 * expired are gone, and no other step comes between what it looks at and what it changes. The rules, such as
 * {@link dev.tick.stub.entity.StoredEntity#conflict}, are pure, so that an implementation may run a step again.
 */
public interface EntityStore {
    /**
     * Creates an entity where there is room; submitted again, it is updated and keeps the values that the server set, unless a property
     * differs that only the first submit decides. Where another value of a property makes another entity, an identity can have
     * several. A new one gets a number that no entity has had.
     *
     * @return {@link OperationResult.Entity}, {@link OperationResult.Conflict} or {@link OperationResult.CapacityReached}
     */
    OperationResult submit(EntityMapping mapping, Caller caller, JsonNode submitted);

    /** Creates or updates each, in their order; one that cannot be taken keeps no other from it. */
    OperationResult.Batch submitAll(EntityMapping mapping, Caller caller, List<JsonNode> submitted);

    /**
     * Lists the entities that the caller may see and asks for.
     *
     * @param pageSize how many the page holds at most, unless the query asks for a number
     */
    OperationResult.Page list(EntityMapping mapping, Caller caller, Query query, long pageSize);

    /** Counts the entities that the caller may see and that meet the filter of the query. */
    OperationResult.Count count(EntityMapping mapping, Caller caller, Query query);

    /**
     * Reads an entity that the caller may see.
     *
     * @param address what stands for it in paths: its identity or its number, as the contract has it; of several entities of an
     *     identity, the oldest is meant
     * @return {@link OperationResult.Entity} or {@link OperationResult.NotFound}
     */
    OperationResult read(EntityMapping mapping, Caller caller, String address);

    /** Returns the entity that this submit would update or be in conflict with; a copy. */
    Optional<ObjectNode> before(EntityMapping mapping, Caller caller, JsonNode submitted);

    /** Returns the oldest entity of the identity that is submitted, whether or not the submit makes another one; a copy. */
    Optional<ObjectNode> oldest(EntityMapping mapping, Caller caller, JsonNode submitted);

    /**
     * Changes the changeable properties that are given and keeps every other.
     *
     * @return {@link OperationResult.Entity} or {@link OperationResult.NotFound}
     */
    OperationResult change(EntityMapping mapping, Caller caller, String address, JsonNode change);

    /**
     * Removes all of these, or none when one of them is absent.
     *
     * @return {@link OperationResult.Removed} or {@link OperationResult.NotFound}
     */
    OperationResult remove(EntityMapping mapping, Caller caller, List<String> addresses);

    /** Lists what every application submitted, oldest first. */
    OperationResult.Page listOfAll(EntityMapping mapping);

    /** Lists what the caller may see as it was first submitted; for faults. */
    OperationResult.Page listOfOriginals(EntityMapping mapping, Caller caller);

    /** Puts this in place of the caller's entity of that address, whatever the rules say; for faults. */
    void force(EntityMapping mapping, Caller caller, String address, ObjectNode entity);

    /** Removes the entity that this submit would update, so that the submit creates another one; for faults. */
    void forget(EntityMapping mapping, Caller caller, JsonNode submitted);

    /** Returns the entities that were removed, the latest first, as far back as a run of the checks looks; for faults. */
    List<ObjectNode> removed(EntityMapping mapping);

    /** Counts the entities of all applications. */
    int size();
}
