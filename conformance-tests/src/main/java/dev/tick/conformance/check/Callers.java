package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.AlternateToken;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.http.Exchange;
import java.util.Optional;

/**
 * Two applications: one creates an entity, the other one acts on it.
 *
 * @param owner whose token creates; empty for the application under test
 * @param actor whose token acts; empty for the application under test
 */
record Callers(Optional<AlternateToken> owner, Optional<AlternateToken> actor) {
    /** Another application acts on what the one under test created. */
    static final Callers OTHER = new Callers(Optional.empty(), Optional.of(AlternateToken.OTHER_APPLICATION));

    private static final Callers WIDE = new Callers(Optional.empty(), Optional.of(AlternateToken.TENANT_WIDE));

    private static final Callers SOUND_IS_WIDE =
            new Callers(Optional.of(AlternateToken.OTHER_APPLICATION), Optional.empty());

    /** Returns those of whom the second reaches all: the application under test itself, where no third one is at hand. */
    static Callers reaching(Conversation conversation, Operation operation) {
        return TokenNeeds.isMetBySound(conversation, operation, TokenKind.TENANT_WIDE)
                        && TokenNeeds.unmet(conversation, operation, TokenKind.OTHER_APPLICATION)
                                .isEmpty()
                ? SOUND_IS_WIDE
                : WIDE;
    }

    /** Returns why a token that one of them needs cannot serve. */
    Optional<Outcome> unmet(Conversation conversation, Operation operation) {
        return owner.or(() -> actor)
                .map(TokenKind::of)
                .flatMap(kind -> TokenNeeds.unmet(conversation, operation, kind));
    }

    String actorName() {
        return actor.map(FieldType::spelled).orElse("sound");
    }

    String actorBearer(Conversation conversation) {
        return bearer(conversation, actor);
    }

    /** Returns the owner's submit of an entity for a purpose, once. */
    Exchange created(Conversation conversation, String purpose) {
        String example = conversation.mainExample();
        Operation create = conversation.operation(Effect.CREATE);
        return owner.isEmpty()
                ? conversation.create(purpose, example)
                : conversation.exchange(
                        "create " + purpose + " as " + FieldType.spelled(owner.get()),
                        () -> conversation
                                .soundRequest(create, example)
                                .with("Authorization", bearer(conversation, owner)));
    }

    private static String bearer(Conversation conversation, Optional<AlternateToken> token) {
        return "Bearer "
                + token.map(conversation::token)
                        .orElseGet(() ->
                                conversation.target().token(TokenKind.SOUND).orElse(""));
    }
}
