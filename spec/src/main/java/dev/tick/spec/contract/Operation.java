package dev.tick.spec.contract;

import java.util.Map;
import java.util.Optional;

/**
 * One operation of a contract.
 *
 * @param id the contract's operationId
 * @param method the HTTP method in capitals
 * @param path the path template, such as {@code /api/things/{id}}
 * @param pointer where the operation stands in the document
 * @param requestSchema JSON pointer to the schema of the JSON request body, empty when it takes none
 * @param answerSchemas JSON pointer to the schema of the JSON answer by status code, such as {@code 201}
 */
public record Operation(
        String id,
        String method,
        String path,
        String pointer,
        Optional<String> requestSchema,
        Map<String, String> answerSchemas) {
    /** Copies the answers. */
    public Operation {
        answerSchemas = Map.copyOf(answerSchemas);
    }
}
