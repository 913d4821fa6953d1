package dev.tick.stub.operation;

import dev.tick.spec.http.Request;
import dev.tick.stub.access.Caller;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.fault.FaultAction;
import dev.tick.stub.fault.PageMistake;
import dev.tick.stub.odata.Query;
import dev.tick.stub.state.EntityStore;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The queries of a list, as a fault has them. */
final class FaultyQueries {
    /** Small, so that the lists of a short run have several pages. */
    private static final long PAGE = 4;

    private static final String FILTER = "$filter=";
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

    /** The entries that lists showed, for the one fault that goes on to show it; empty without it. */
    private final Map<String, ObjectNode> shown = new ConcurrentHashMap<>();

    private final EntityMapping mapping;
    private final EntityStore entities;
    private final Operations sound;

    FaultyQueries(EntityMapping mapping, EntityStore entities, Operations sound) {
        this.mapping = mapping;
        this.entities = entities;
        this.sound = sound;
    }

    /** Returns the list as this fault has it; empty where the fault is about something else. */
    Optional<OperationResult> of(Request request, Caller caller, FaultAction.OnState action) {
        if (action instanceof FaultAction.IgnoreQueryOption ignore) {
            return Optional.of(sound.list(request, caller, query -> query.overlooking(ignore.what())));
        }
        if (action instanceof FaultAction.MisreadFilter misread) {
            return Optional.of(sound.list(misread(request, misread), caller, query -> query));
        }
        if (action instanceof FaultAction.MisreadPage misread) {
            // The whole list stays sound: it is what a filtered one is compared with.
            return request.query().contains(FILTER)
                    ? Optional.of(cut(request, caller, misread.mistake()))
                    : Optional.empty();
        }
        if (action instanceof FaultAction.ShowRemoved removed) {
            return Optional.of(withRemoved(request, caller, removed));
        }
        if (action instanceof FaultAction.FilterOriginals) {
            return Optional.of(byOriginals(request, caller));
        }
        return action instanceof FaultAction.FindAnyway find
                ? Optional.of(found(request, caller, find))
                : Optional.empty();
    }

    private static Request misread(Request request, FaultAction.MisreadFilter misread) {
        String query = options(request)
                .map(option -> option.startsWith(FILTER)
                        ? FILTER
                                + URLEncoder.encode(
                                        misread.read(decoded(option.substring(FILTER.length()))),
                                        StandardCharsets.UTF_8)
                        : option)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? request : request.to(request.path() + "?" + query);
    }

    private static Stream<String> options(Request request) {
        return Arrays.stream(request.query().split("&", -1));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private OperationResult cut(Request request, Caller caller, PageMistake mistake) {
        List<Query> read = new ArrayList<>(1);
        OperationResult all = sound.list(
                request,
                caller,
                query -> {
                    read.add(query);
                    return Query.all();
                },
                Long.MAX_VALUE);
        return all instanceof OperationResult.Page page ? cut(read.get(0), page.entities(), mistake) : all;
    }

    private static OperationResult cut(Query query, List<ObjectNode> all, PageMistake mistake) {
        long skip = query.skip();
        long top = query.top().orElse(Long.MAX_VALUE);
        List<ObjectNode> met = met(query, all);
        return switch (mistake) {
            case TOP_FIRST -> page(query, met(query, part(all, skip, top)));
            case SKIP_FIRST -> page(query, part(met(query, part(all, skip, Long.MAX_VALUE)), 0, top));
            case TOP_BEFORE_SKIP -> page(query, part(part(met, 0, top), skip, top));
            case SKIP_ONE_MORE -> page(query, part(met, skip == 0 ? 0 : skip + 1, top));
            case SKIP_AROUND -> page(query, part(met, skip < met.size() ? skip : 0, top));
            case ZERO_IS_ALL -> page(query, part(met, skip, top == 0 ? Long.MAX_VALUE : top));
            case TOP_ABOVE_REFUSED ->
                query.top().isPresent() && top > met.size()
                        ? new OperationResult.InvalidQuery("There are not so many.")
                        : page(query, part(met, skip, top));
            case UNSTABLE -> page(query, part(skip > 1 ? reversed(met) : met, skip, top));
            case FILTER_LOST -> paged(query, skip > 0 ? all : met, 0);
            case TOP_LOST -> paged(query, met, 0);
            case OVERLAP -> query.top().isPresent() ? page(query, part(met, skip, top)) : paged(query, met, -1);
            case LAST_ONE_LOST -> paged(query, met.size() == skip + PAGE + 1 ? part(met, 0, met.size() - 1) : met, 0);
            case GAP -> query.top().isPresent() ? page(query, part(met, skip, top)) : paged(query, met, 1);
        };
    }

    private static List<ObjectNode> met(Query query, List<ObjectNode> entities) {
        return entities.stream().filter(query.filter()::selects).toList();
    }

    private static List<ObjectNode> part(List<ObjectNode> entities, long skip, long top) {
        return entities.stream().skip(skip).limit(top).toList();
    }

    private static List<ObjectNode> reversed(List<ObjectNode> entities) {
        List<ObjectNode> reversed = new ArrayList<>(entities);
        Collections.reverse(reversed);
        return reversed;
    }

    private static OperationResult page(Query query, List<ObjectNode> entities) {
        return new OperationResult.Page(entities, OptionalLong.empty(), OptionalLong.empty(), query.selected());
    }

    /**
     * Returns a small page of a list.
     *
     * @param shift how far the next page begins behind where it should
     */
    private static OperationResult paged(Query query, List<ObjectNode> entities, long shift) {
        long next = query.skip() + PAGE;
        return new OperationResult.Page(
                part(entities, query.skip(), PAGE),
                next < entities.size() ? OptionalLong.of(next + shift) : OptionalLong.empty(),
                OptionalLong.empty(),
                query.selected());
    }

    private OperationResult byOriginals(Request request, Caller caller) {
        List<Query> read = new ArrayList<>(1);
        OperationResult all = sound.list(
                request,
                caller,
                query -> {
                    read.add(query);
                    return Query.all();
                },
                Long.MAX_VALUE);
        if (!(all instanceof OperationResult.Page page)) {
            return all;
        }
        Set<String> met = met(
                        read.get(0), entities.listOfOriginals(mapping, caller).entities())
                .stream()
                .map(mapping::address)
                .collect(Collectors.toSet());
        return page(
                read.get(0),
                page.entities().stream()
                        .filter(entity -> met.contains(mapping.address(entity)))
                        .toList());
    }

    private OperationResult withRemoved(Request request, Caller caller, FaultAction.ShowRemoved action) {
        OperationResult result = sound.list(request, caller, query -> query);
        OperationResult all = sound.list(request, caller, query -> Query.all(), Long.MAX_VALUE);
        if (!(result instanceof OperationResult.Page page) || !(all instanceof OperationResult.Page there)) {
            return result;
        }
        Set<String> present = there.entities().stream().map(mapping::address).collect(Collectors.toSet());
        there.entities().forEach(entity -> shown.put(mapping.address(entity), entity.deepCopy()));
        if (!decoded(request.query()).contains(action.part())) {
            return result;
        }
        List<ObjectNode> entities = new ArrayList<>(page.entities());
        shown.entrySet().stream()
                .filter(entry -> !present.contains(entry.getKey()))
                .forEach(entry -> entities.add(entry.getValue()));
        return new OperationResult.Page(entities);
    }

    private OperationResult found(Request request, Caller caller, FaultAction.FindAnyway find) {
        OperationResult result = sound.list(request, caller, query -> query);
        Matcher literal = LITERAL.matcher(decoded(request.query()));
        if (!(result instanceof OperationResult.Page page) || !page.entities().isEmpty() || !literal.find()) {
            return result;
        }
        ObjectNode entity = (ObjectNode) find.entity().deepCopy();
        entity.put(find.identity(), literal.group(1).replace("''", "'"));
        return new OperationResult.Page(List.of(entity));
    }
}
