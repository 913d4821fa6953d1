package dev.tick.spec.validation;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import dev.tick.spec.text.Timestamp;
import java.time.Clock;
import tools.jackson.databind.JsonNode;

/** The keyword {@code x-tick-instant: future}: a timestamp that must not have passed. */
final class FutureInstant extends AbstractKeyword {
    static final String NAME = "x-tick-instant";

    private final Clock clock;

    FutureInstant(Clock clock) {
        super(NAME);
        this.clock = clock;
    }

    /** Returns whether a value is an instant that has passed; what is no timestamp is the business of format. */
    static boolean hasPassed(JsonNode value, Clock clock) {
        return Timestamp.read(value)
                .filter(when -> !when.toInstant().isAfter(clock.instant()))
                .isPresent();
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
        return new BaseKeywordValidator(this, value, location, parent, context) {
            @Override
            public void validate(ExecutionContext run, JsonNode node, JsonNode root, NodePath at) {
                if (hasPassed(node, clock)) {
                    run.addError(error().instanceNode(node)
                            .instanceLocation(at)
                            .evaluationPath(run.getEvaluationPath())
                            .message("an instant to come; this one has passed, so the entity would be inactive")
                            .build());
                }
            }
        };
    }
}
