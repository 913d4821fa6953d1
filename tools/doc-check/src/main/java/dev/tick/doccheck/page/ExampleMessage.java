package dev.tick.doccheck.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as pages print it: first line, headers and body, with or without an empty line between.
 *
 * @param line of the page on which it begins, counted from 1
 * @param request its first line, if that is one of a request
 * @param status of its first line, if that is one of an answer
 */
record ExampleMessage(
        int line,
        Optional<RequestLine> request,
        Optional<Integer> status,
        Map<String, String> headers,
        Example.Body body) {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/\\S+\\s+(\\d{3})\\b.*");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]+)\\s*:\\s*(.*)");

    static ExampleMessage of(int line, String text) {
        List<String> lines = text.lines().toList();
        int at = 0;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        int first = line + at;
        Optional<RequestLine> request = Optional.empty();
        Optional<Integer> status = Optional.empty();
        if (at < lines.size()) {
            request = RequestLine.of(first, lines.get(at));
            Matcher answer = STATUS_LINE.matcher(lines.get(at).strip());
            status = answer.matches() ? Optional.of(Integer.parseInt(answer.group(1))) : Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (request.isPresent() || status.isPresent()) {
            for (at++; at < lines.size(); at++) {
                Matcher header = HEADER.matcher(lines.get(at).strip());
                if (!header.matches()) {
                    break;
                }
                headers.put(header.group(1), header.group(2));
            }
        }
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        String body = String.join("\n", lines.subList(at, lines.size())).stripTrailing();
        return new ExampleMessage(first, request, status, headers, new Example.Body(line + at, body));
    }
}
