package dev.tick.stub.mappings;

import tools.jackson.databind.node.ObjectNode;

/**
 * One mapping of plain WireMock.
 *
 * @param file its file's name, unique among the mappings of a contract
 * @param json what the file holds
 */
public record PortableMapping(String file, ObjectNode json) {}
