package dev.tick.spec.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {
    private static final Contract CONTRACT = Contract.parse("rooms.yaml", """
            openapi: 3.1.0
            info: {title: rooms, version: "1"}
            x-tick-aliases: {/v1/rooms: /rooms}
            paths:
              /rooms:
                get:
                  operationId: listRooms
                  responses: {"200": {description: rooms}}
              /rooms/{id}/door:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get:
                  operationId: readDoor
                  responses: {"200": {description: a door}}
            """);

    @ParameterizedTest
    @CsvSource({
        "/rooms/12/door, 12",
        "/v1/rooms/12/door, 12",
        "/rooms/a%2Fb%20c/door, a/b c",
        "/rooms/a+b/door, a+b",
        "/rooms/{id}/door, {id}",
        "/rooms/100%/door, 100%"
    })
    void matchesAPathAndDecodesItsParameter(String path, String value) {
        assertEquals(
                Optional.of(new PathMatch(Optional.of(value))),
                CONTRACT.operation("readDoor").match(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/rooms//door", "/rooms/1/2/door", "/rooms/12/Door", "/rooms/12/door/", "/v2/rooms/12/door", ""})
    void matchesNoOtherPath(String path) {
        assertEquals(Optional.empty(), CONTRACT.operation("readDoor").match(path));
    }

    @Test
    void matchesAPathWithoutAParameter() {
        Operation list = CONTRACT.operation("listRooms");
        assertEquals(Optional.of(new PathMatch(Optional.empty())), list.match("/v1/rooms"));
        assertEquals(Optional.empty(), list.match("/rooms/12/door"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "a/b c", "a+b*~", "100%", "é"})
    void findsTheValueThatAPathWasMadeFor(String value) {
        Operation read = CONTRACT.operation("readDoor");
        assertEquals(
                Optional.of(value),
                read.match(read.pathFor(value)).orElseThrow().parameter());
    }
}
