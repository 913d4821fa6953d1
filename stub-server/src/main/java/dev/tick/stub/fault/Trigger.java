package dev.tick.stub.fault;

import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.RequestChange;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Body;
import dev.tick.spec.text.Timestamp;
import dev.tick.stub.access.Caller;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A condition on the requests that meet a fault. */
public sealed interface Trigger {
    /** Returns whether a request meets it. */
    boolean matches(RequestContext context);

    /** Returns the routes that such requests can take. */
    default Set<RequestContext.Route> routes() {
        return Set.of(RequestContext.Route.OPERATION);
    }

    /** A request that a sound server would serve. */
    record Sound() implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            Effect effect = context.operation().effect().orElseThrow();
            boolean found = switch (effect) {
                case CREATE, CREATE_MANY, LIST -> true;
                case READ, CHANGE, REMOVE, REMOVE_MANY -> context.before().isPresent();
            };
            return context.isSound() && found;
        }
    }

    /** A request that carries a change which a row of the register describes. */
    record Altered(RequestChange change) implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return change.matches(context);
        }

        /** An alteration may have changed the method or the path. */
        @Override
        public Set<RequestContext.Route> routes() {
            return change instanceof Alteration
                    ? EnumSet.allOf(RequestContext.Route.class)
                    : Set.of(RequestContext.Route.OPERATION);
        }
    }

    /** A sound identity that the caller never submitted. */
    record Absent() implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.isSound() && context.before().isEmpty();
        }
    }

    /** A sound request that holds a text, in its path, query or body. */
    record Holding(Pattern text) implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.isSound()
                    && (text.matcher(context.request().url()).find()
                            || text.matcher(context.request().body().text()).find());
        }

        /** Compares by the pattern's text: a pattern itself equals no other. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Holding holding && holding.text.pattern().equals(text.pattern());
        }

        @Override
        public int hashCode() {
            return text.pattern().hashCode();
        }
    }

    /** A sound submit of what is there. */
    record Resubmit() implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.isSound() && context.before().isPresent();
        }
    }

    /** A sound request with a token that reaches what others created; nothing else tells it from another sound one. */
    record TenantWide() implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.isSound() && context.visibility() == Caller.Visibility.TENANT;
        }
    }

    /** A request that a sound server would refuse. */
    record Unsound() implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return !context.isSound();
        }
    }

    /**
     * A request of a property with such a text: in its body, or in an item of it.
     *
     * @param property the property
     * @param pattern what is found in the text, or in the JSON text of another value
     */
    record Carries(String property, String pattern) implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            JsonNode body = context.request().body().json();
            return Stream.concat(Stream.of(body), Body.items(body).stream())
                    .map(item -> item.path(property))
                    .filter(value -> !value.isMissingNode())
                    .map(value -> value.isString() ? value.asString() : value.toString())
                    .anyMatch(text -> Pattern.compile(pattern, Pattern.DOTALL)
                            .matcher(text)
                            .find());
        }
    }

    /**
     * A request that gives a property a time within so many hours after the server's start.
     *
     * @param property the property
     * @param hours how many
     */
    record Within(String property, int hours) implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return Timestamp.read(context.request().body().json().path(property))
                    .filter(time -> time.toInstant().isBefore(context.started().plus(Duration.ofHours(hours))))
                    .isPresent();
        }
    }

    /**
     * A request whose body is written in a way.
     *
     * @param pattern what is found in its bytes as text
     */
    record Written(String pattern) implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return Pattern.compile(pattern)
                    .matcher(context.request().body().text())
                    .find();
        }
    }

    /**
     * A path that holds a text, as it was sent.
     *
     * @param part the text, escaped as in the path
     */
    record PathHolds(String part) implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.request().path().contains(part);
        }
    }

    /** A path in which a character is escaped that no path reserves (RFC 3986, section 2.3). */
    record UnreservedEscaped() implements Trigger {
        private static final Pattern ESCAPE =
                Pattern.compile("%(2[DE]|3[0-9]|[46][1-9A-F]|5[0-9AF]|7[0-9AE])", Pattern.CASE_INSENSITIVE);

        @Override
        public boolean matches(RequestContext context) {
            return ESCAPE.matcher(context.request().path()).find();
        }
    }

    /** A path with a plus sign that is not escaped. */
    record Plus() implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.request().path().contains("+");
        }
    }

    /** A sound request with so many items, or more. */
    record OfItems(int count) implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.isSound() && items(context) >= count;
        }
    }

    /** A sound request with fewer items. */
    record FewerItems(int count) implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.isSound() && items(context) < count;
        }
    }

    private static int items(RequestContext context) {
        return Body.items(context.request().body().json()).size();
    }

    /** A sound request with something escaped in its path. */
    record Escaped() implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.isSound() && context.request().path().contains("%");
        }
    }

    /** A sound request by an alias of its path. */
    record Aliased() implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.isSound()
                    && context.operation().isAlias(context.request().path());
        }
    }

    /** A path, or a method of a path, of no operation. */
    record OtherRoute(RequestContext.Route route) implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.route() == route;
        }

        @Override
        public Set<RequestContext.Route> routes() {
            return Set.of(route);
        }
    }

    /** A sound request after so many others. */
    record AfterRequests(int calls) implements Trigger {
        @Override
        public boolean matches(RequestContext context) {
            return context.calls() >= calls && new Sound().matches(context);
        }
    }
}
