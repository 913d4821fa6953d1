package dev.tick.stub.pipeline;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.entity.ListBodies;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.http.Responses;
import dev.tick.stub.odata.QueryReader;
import java.util.Optional;

/** Turns the result of an operation into the response that the contract gives it. */
final class Responder {
    private final Refusals refusals;
    private final ListBodies lists;

    Responder(Refusals refusals, ListBodies lists) {
        this.refusals = refusals;
        this.lists = lists;
    }

    Response answer(Operation operation, Request request, OperationResult result) {
        int success = operation.success().status();
        if (result instanceof OperationResult.Entity done) {
            return Responses.odata(success, done.entity());
        }
        if (result instanceof OperationResult.Page listed) {
            return Responses.odata(success, lists.entities(listed, next(request, listed)));
        }
        if (result instanceof OperationResult.Count counted) {
            return Responses.number(success, counted.number());
        }
        if (result instanceof OperationResult.Batch taken) {
            return Responses.odata(success, lists.results(taken.items()));
        }
        if (result instanceof OperationResult.Removed) {
            return Responses.empty(success);
        }
        if (result instanceof OperationResult.NotFound absent) {
            return refusals.refuse(404, "There is no " + absent.identity() + " of this application.");
        }
        if (result instanceof OperationResult.InvalidQuery unreadable) {
            return refusals.refuse(operation, "query", unreadable.reason());
        }
        if (result instanceof OperationResult.CapacityReached full) {
            return refusals.refuse(operation, "capacity", full.reason());
        }
        return refusals.refuse(409, ((OperationResult.Conflict) result).reason());
    }

    /** Returns where the list goes on. */
    private static Optional<String> next(Request request, OperationResult.Page listed) {
        return listed.next().isEmpty()
                ? Optional.empty()
                : Optional.of(request.origin() + request.path() + "?"
                        + QueryReader.skipping(request.query(), listed.next().getAsLong()));
    }
}
