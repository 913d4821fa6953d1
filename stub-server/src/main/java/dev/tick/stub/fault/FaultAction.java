package dev.tick.stub.fault;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.RecordedBehaviour;
import dev.tick.stub.access.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The action of a fault on a request that meets it. */
public sealed interface FaultAction {
    /** Acts on the state, or on the way to it; the service knows how. */
    sealed interface OnState extends FaultAction {}

    /** Acts on the state, in a way that only several requests together bring to light. */
    non-sealed interface OnSequence extends OnState {}

    /** Acts on the response that a sound server would give. */
    sealed interface OnResponse extends FaultAction {
        /** Returns the response after the action. */
        Response alter(RequestContext context, Response sound);
    }

    /** The request is served as if nothing were wrong with it. */
    record Accept() implements OnState {}

    /**
     * The request is refused, and takes effect all the same.
     *
     * @param properties those whose texts alone take effect; empty for all that is sent
     */
    record RefuseButApply(List<String> properties) implements OnState {
        /** Copies the properties. */
        public RefuseButApply {
            properties = List.copyOf(properties);
        }

        RefuseButApply() {
            this(List.of());
        }

        /** Returns whether a value takes effect. */
        public boolean concerns(String property, JsonNode value) {
            return properties.isEmpty() || (properties.contains(property) && value.isString());
        }
    }

    /** Something is invented for what does not exist: this entity. */
    record Invent(JsonNode entity) implements OnState {}

    /** The list holds what every application submitted. */
    record ShowAll() implements OnState {}

    /** The list shows entities as they were first submitted. */
    record ShowOriginals() implements OnState {}

    /** The list leaves out its first entity. */
    record LeaveOut() implements OnState {}

    /** The list leaves out each entity in which a property has a value. */
    record LeaveOutLike(String property, JsonNode value) implements OnState {}

    /** The list shows its first entity twice. */
    record ShowTwice() implements OnState {}

    /** A list is given as if it were not asked by this property, {@code $top} or {@code $skip}. */
    record IgnoreQueryOption(String what) implements OnState {}

    /** The filter of a list is misread; whatever the property, where that is empty. */
    record MisreadFilter(String property, FilterMistake mistake) implements OnState {
        /** Returns the filter that is read in place of this one, which is decoded. */
        public String read(String filter) {
            return filter.contains(property) ? mistake.of(filter) : filter;
        }
    }

    /** The list is cut in a wrong way. */
    record MisreadPage(PageMistake mistake) implements OnState {}

    /** No entity ever ends, though the answer shows this property as it was sent. */
    record KeepForever(String property) implements OnState {}

    /** A filter finds entities by what was first submitted. */
    record FilterOriginals() implements OnState {}

    /** A filter that finds nothing finds this entity, with the text that it asks for as its identity. */
    record FindAnyway(String identity, JsonNode entity) implements OnState {}

    /** A list whose query has such a part also shows what an earlier list showed, though it was removed since. */
    record ShowRemoved(String part) implements OnState {}

    /** A list's request submits its body. */
    record SubmitAlso() implements OnState {}

    /** The caller sees entities as if its role had this visibility. */
    record ChangeVisibility(Caller.Visibility visibility) implements OnState {}

    /** Nothing is removed. */
    record KeepAll() implements OnState {}

    /** The oldest other entity is removed as well. */
    record RemoveAnother() implements OnState {}

    /** The last of many is not removed. */
    record KeepLast() implements OnState {}

    /** Each item is kept with another value of this property than was sent. */
    record Spoil(String property, Mutation mutation) implements OnState {
        /** Returns an item as it is kept. */
        public JsonNode kept(JsonNode item) {
            ObjectNode kept = (ObjectNode) item.deepCopy();
            Optional.of(item.path(property))
                    .filter(value -> !value.isMissingNode())
                    .flatMap(mutation::of)
                    .ifPresent(value -> kept.set(property, value));
            return kept;
        }
    }

    /** The items of which a property has such a text fail. */
    record FailItem(String property, String pattern) implements OnState {
        /** Returns whether an item fails. */
        public boolean concerns(JsonNode item) {
            return Pattern.compile(pattern)
                    .matcher(item.path(property).asString(""))
                    .find();
        }
    }

    /** The last of many is not taken. */
    record DropLast() implements OnState {}

    /** The last of many is not taken, as the answer says; so a sound service does what it has no room for. */
    record FailLast() implements OnState {}

    /** Accepts a second submit and changes nothing. */
    record SkipUpdate() implements OnState {}

    /** A second submit makes another entity in place of the first. */
    record Recreate() implements OnState {}

    /** A submit of what was removed takes over the former values that it leaves out. */
    record Revive() implements OnState {}

    /** A change of this property has no effect. */
    record Ignore(String property) implements OnState {}

    /** A change of this property is answered and not kept. */
    record AnswerWithoutStoring(String property) implements OnState {}

    /** A change makes null what it does not name. */
    record Reset() implements OnState {}

    /** A second submit keeps what it leaves out. */
    record KeepOmitted() implements OnState {}

    /** A change of this property takes effect though only the first submit decides it. */
    record Overwrite(String property) implements OnState {}

    /** Another status with the same body. */
    record Status(int status) implements OnResponse {
        @Override
        public Response alter(RequestContext context, Response sound) {
            return sound.withStatus(status);
        }
    }

    /** This header has another value. */
    record Header(String name, String value) implements OnResponse {
        @Override
        public Response alter(RequestContext context, Response sound) {
            return sound.without(name).with(name, value);
        }
    }

    /** This header is missing. */
    record NoHeader(String name) implements OnResponse {
        @Override
        public Response alter(RequestContext context, Response sound) {
            return sound.without(name);
        }
    }

    /** The error is not wrapped as the family wraps it. */
    record StripEnvelope() implements OnResponse {
        @Override
        public Response alter(RequestContext context, Response sound) {
            ObjectNode bare = JsonNodeFactory.instance.objectNode();
            bare.put("message", "The request was refused.");
            return sound.withBody(bare);
        }
    }

    /** The value at this pointer into the body, or into every item of its lists, is another one. */
    record Value(String pointer, Mutation mutation) implements OnResponse {
        @Override
        public Response alter(RequestContext context, Response sound) {
            return BodyEdits.altered(sound, pointer, mutation::of);
        }
    }

    /** The service's behaviour in recordings, where its page says something else; it accuses nobody. */
    record AsRecorded(RecordedBehaviour behaviour) implements OnResponse {
        @Override
        public Response alter(RequestContext context, Response sound) {
            return behaviour.shownIn(sound);
        }
    }

    /** The property holds what the client sent there. */
    record Echo(String pointer) implements OnResponse {
        @Override
        public Response alter(RequestContext context, Response sound) {
            JsonNode sent = context.request().body().json().at(pointer);
            return BodyEdits.altered(sound, pointer, value -> Optional.of(sent));
        }
    }

    /** The property holds the time when the server started. */
    record FreezeTime(String pointer) implements OnResponse {
        @Override
        public Response alter(RequestContext context, Response sound) {
            String start = context.started().toString();
            return BodyEdits.altered(sound, pointer, value -> Optional.of(JsonNodeFactory.instance.stringNode(start)));
        }
    }

    /** The bytes of the body are no JSON text in UTF-8. */
    record Garble(Garbling how) implements OnResponse {
        @Override
        public Response alter(RequestContext context, Response sound) {
            return sound.withBody(Body.of(how.of(sound.body().bytes())));
        }
    }

    /** The body is in a list of its own. */
    record Wrap() implements OnResponse {
        @Override
        public Response alter(RequestContext context, Response sound) {
            return sound.withBody(
                    JsonNodeFactory.instance.arrayNode().add(sound.json().deepCopy()));
        }
    }

    /** Ways to spoil bytes. */
    enum Garbling {
        /** The last byte is missing. */
        CUT,
        /** A byte order mark comes first. */
        MARKED,
        /** A byte that is no UTF-8 stands in the first text. */
        NOT_UTF8,
        /** The first property is named twice. */
        REPEATED;

        byte[] of(byte[] body) {
            String text = new String(body, StandardCharsets.UTF_8);
            return switch (this) {
                case CUT -> Arrays.copyOf(body, Math.max(0, body.length - 1));
                case MARKED -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
                case NOT_UTF8 -> text.replaceFirst("\"", "\"\u00FF").getBytes(StandardCharsets.ISO_8859_1);
                case REPEATED ->
                    text.replaceFirst("\\{", "{\"twice\":1,\"twice\":1,").getBytes(StandardCharsets.UTF_8);
            };
        }
    }
}
