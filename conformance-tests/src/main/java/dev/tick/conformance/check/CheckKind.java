package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.spec.register.Check;
import dev.tick.spec.register.Requirement;
import java.util.List;

/** A kind of check: what the code knows to do with a row, whatever the contract. */
interface CheckKind {
    /** The cases of a row; at least one, or the row would be green untested. */
    List<Case> cases(Requirement row, Check check, Conversation conversation);
}
