package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.spec.check.SequenceCheck;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Requirement;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** The cases of each sequence. */
final class Sequences {
    private Sequences() {}

    static List<Case> cases(Requirement row, SequenceCheck check, Conversation conversation) {
        Steps steps = new Steps(conversation);
        UpdateSequences updates = new UpdateSequences(row, conversation, steps);
        OtherCallerSequences others = new OtherCallerSequences(row, conversation, steps);
        ImportSequences imports = new ImportSequences(row, conversation, steps);
        FullBatchSequences full = new FullBatchSequences(row, conversation, steps);
        RemovalSequences removals = new RemovalSequences(row, conversation, steps);
        ChangeSequences changes = new ChangeSequences(row, conversation, steps);
        LikeIdentities alike = new LikeIdentities(row, conversation, steps);
        Operation operation = conversation.operation(check);
        return switch (check.sequence()) {
            case UPDATE_ANSWERED -> updates.answered();
            case UPDATED_REPEATEDLY -> updates.repeatedly();
            case UPDATE_REFUSED -> new RefusedUpdates(row, conversation, steps).cases();
            case LIST_REPLACED -> updates.listReplaced();
            case UPDATED_BY_ALIAS -> updates.byAlias();
            case UPDATE_TIME_MOVES -> updates.timeMoves();
            case UPDATED_AFTER_IMPORT -> updates.afterImport();
            case UPDATED_BY_OTHERS -> others.updated();
            case NOTHING_TAKEN_OVER -> new TakenOver(row, conversation, steps).cases();
            case UPDATER_NAMED -> others.updaterNamed();
            case PROPERTY_LEFT_OUT -> others.leftOut();
            case RECREATED -> removals.recreated();
            case END_MOVED -> new MovedEndings(row, conversation, steps).moved(operation);
            case REMOVED_AFTER_END -> new MovedEndings(row, conversation, steps).removed();
            case RECREATED_AFTER_END -> new Endings(row, conversation, steps).createdAnew();
            case IMPORTED_WHOLE -> imports.whole();
            case IMPORTED_OVER -> imports.overThere();
            case IMPORT_KEEPS_CREATION -> imports.keepsCreation();
            case IMPORTED_BESIDE_REFUSED -> imports.besideRefused();
            case IMPORTED_FULL -> full.imported();
            case IMPORTED_ALONE -> imports.single();
            case IMPORTED_TWICE -> imports.twice();
            case REIMPORTED -> removals.reimported();
            case REMOVED_ALONE -> removals.alone(operation);
            case REMOVED_FROM_FILTERS -> removals.notFound(operation);
            case REMOVED_BY_ALIAS -> removals.byAlias();
            case REMOVED_FULL -> full.removed();
            case REMOVED_WITH_UNKNOWN -> removals.besideUnknown();
            case REMOVED_TWICE -> removals.namedTwice();
            case CHANGED_TOGETHER -> changes.everything();
            case CHANGED_REPEATEDLY -> changes.repeatedly();
            case CHANGED_BY_ALIAS -> changes.byAlias();
            case CHANGED_TO_NULL -> changes.noted("null", JsonNodeFactory.instance.nullNode());
            case CHANGED_TO_EMPTY -> changes.noted("the empty text", JsonNodeFactory.instance.stringNode(""));
            case SUBMITTED_AFTER_CHANGE -> changes.submitted();
            case PATH_CASE_TOLD -> alike.toldApart("in other letter case", "/drop/part");
            case BEGINNING_TOLD -> alike.toldApart("with more behind it", "/Drop/Part2");
            case SPELLINGS_NOTED -> alike.noted();
            case EMPTY_TEXTS_NOTED -> EmptyTexts.noted(row, conversation, steps);
            case UNRESERVED_ESCAPED -> EscapedPaths.followed(row, operation, conversation, steps);
        };
    }
}
