package dev.tick.reference.today;

import java.util.List;

/** What the API reads of a request; the path is raw and without the server's prefix. */
@SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
record Request(
        String method,
        String path,
        String query,
        List<String> authorizations,
        List<String> contentTypes,
        byte[] body) {}
